CREATE TABLE something_newer (id BIGINT PRIMARY KEY);
