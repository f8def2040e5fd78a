-- H2 has no index for a part of a name, and needs none for the amounts that it is meant for.
SELECT 1;
