package io.kanilint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A message in protobuf's encoding, whose fields are known by their numbers. */
record Protobuf(Map<Integer, List<byte[]>> parts, Map<Integer, Long> numbers) {

    static Protobuf read(byte[] message) {
        var parts = new HashMap<Integer, List<byte[]>>();
        var numbers = new HashMap<Integer, Long>();
        var buffer = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            long tag = varint(buffer);
            int field = (int) (tag >>> 3);
            switch ((int) (tag & 7)) {
                case 0 -> numbers.put(field, varint(buffer));
                case 1 -> numbers.put(field, buffer.getLong());
                case 5 -> numbers.put(field, (long) buffer.getInt());
                case 2 -> {
                    byte[] part = new byte[(int) varint(buffer)];
                    buffer.get(part);
                    parts.computeIfAbsent(field, _ -> new ArrayList<>()).add(part);
                }
                default -> throw new IllegalArgumentException("tag " + tag);
            }
        }
        return new Protobuf(parts, numbers);
    }

    private static long varint(ByteBuffer buffer) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = buffer.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    List<Protobuf> parts(int field) {
        return parts.getOrDefault(field, List.of()).stream().map(Protobuf::read).toList();
    }

    boolean has(int field) {
        return parts.containsKey(field);
    }

    byte[] bytes(int field) {
        var all = new ByteArrayOutputStream();
        parts.getOrDefault(field, List.of()).forEach(all::writeBytes);
        return all.toByteArray();
    }

    String text(int field) {
        return new String(bytes(field), StandardCharsets.UTF_8);
    }

    long number(int field) {
        return numbers.getOrDefault(field, 0L);
    }
}
