package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which page of a list of version 2025-08-06 is wanted.
 *
 * @param number from 1
 * @param size from 10 to 200
 */
record Paging(long number, long size) {

    private static final long SMALLEST = 10;
    private static final long LARGEST = 200;

    /**
     * Reads PageNumber, by default 1, and PageSize, by default 10.
     *
     * @throws ServiceError when they are out of range
     */
    static Paging read(Parameters request) {
        long number = request.optionalInteger("PageNumber").orElse(1L);
        long size = request.optionalInteger("PageSize").orElse(SMALLEST);
        if (number < 1 || size < SMALLEST || size > LARGEST) {
            throw new ServiceError("InvalidParameterValue", "PageNumber is from 1, PageSize from 10 to 200.");
        }
        return new Paging(number, size);
    }

    /** The reply with this page of what was found. */
    <T> ObjectNode reply(List<T> found, Function<T, ObjectNode> item) {
        ObjectNode data = Json.object();
        ArrayNode items = data.putArray("Items");
        slice(found, number, size).map(item).forEach(items::add);
        data.put("PageNumber", number).put("PageSize", size).put("TotalCount", found.size());
        return Json.data(data.put("TotalPageNumber", pages(found.size(), size)));
    }

    static <T> Stream<T> slice(List<T> all, long number, long size) {
        long before = Math.min(number - 1, all.size()) * Math.min(size, all.size());
        return all.stream().skip(before).limit(size);
    }

    static long pages(int total, long size) {
        return total / size + (total % size == 0 ? 0 : 1);
    }
}
