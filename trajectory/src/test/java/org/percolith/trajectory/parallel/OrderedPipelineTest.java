package org.percolith.trajectory.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedPipelineTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void resultsComeInOrder(int threads) throws IOException {
        try (OrderedPipeline<Long> squares = new OrderedPipeline<>("squares", threads, 1000, k -> k * k)) {
            for (long k = 0; k < 1000; k++) {
                assertThat(squares.next()).isEqualTo(k * k);
            }
            assertThat(squares.next()).isNull();
            assertThat(squares.next()).isNull();
        }
    }

    @Test
    void onlyAFewTasksRunAhead() throws IOException {
        AtomicInteger begun = new AtomicInteger();
        try (OrderedPipeline<Integer> counting =
                new OrderedPipeline<>("counting", 3, 1000, k -> begun.incrementAndGet())) {
            assertThat(counting.next()).isNotNull();
            assertThat(counting.next()).isNotNull();
        }
        assertThat(begun).hasValueLessThanOrEqualTo(1 + 3 + 2);
    }

    @Test
    void failuresComeInTheirPlaceAndAsTheyAre() throws IOException {
        try (OrderedPipeline<Long> failing = new OrderedPipeline<>("failing", 2, 9, OrderedPipelineTest::failing)) {
            assertThat(failing.next()).isZero();
            assertThatThrownBy(failing::next).isInstanceOf(IOException.class).hasMessage("task 1");
            assertThatThrownBy(failing::next).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(failing::next).isInstanceOf(AssertionError.class);
            assertThat(failing.next()).isEqualTo(4);
        }
    }

    private static Long failing(long index) throws IOException {
        if (index == 1) {
            throw new IOException("task 1");
        }
        if (index == 2) {
            throw new IllegalStateException("task 2");
        }
        if (index == 3) {
            throw new AssertionError("task 3");
        }
        return index;
    }

    @Test
    void anInterruptedConsumerIsToldAndClosingStillWaits() throws IOException {
        OrderedPipeline<Long> slow = new OrderedPipeline<>("slow pipeline", 1, 3, k -> {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return k;
        });
        Thread.currentThread().interrupt();
        assertThatThrownBy(slow::next).isInstanceOf(InterruptedIOException.class);
        slow.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("slow pipeline"));
    }

    @Test
    @Timeout(20)
    void theConsumerWorksInsteadOfWaiting() throws IOException {
        CountDownLatch secondDone = new CountDownLatch(1);
        OrderedPipeline.Task<String> task = k -> {
            if (k == 1) {
                secondDone.countDown();
                return Thread.currentThread().getName();
            }
            return awaited(secondDone);
        };
        try (OrderedPipeline<String> pipeline = new OrderedPipeline<>("only worker", 2, 2, task)) {
            assertThat(pipeline.next()).isEqualTo("the other task is done");
            assertThat(pipeline.next()).isNotNull();
        }
    }

    private static String awaited(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return "the other task is done";
    }
}
