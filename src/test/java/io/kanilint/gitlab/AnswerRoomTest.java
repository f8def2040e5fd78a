package io.kanilint.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Large answers wait for each other. */
class AnswerRoomTest {
    @Test
    void oneLargeAnswerHasRoomInAnyHeap() throws Exception {
        var room = new AnswerRoom(1);
        for (int i = 0; i < 3; i++) {
            assertThat(room.take(AnswerRoom.LARGEST, 0)).isTrue();
            assertThat(room.take(AnswerRoom.SMALL, 1000)).isFalse();
            room.giveBack(AnswerRoom.LARGEST);
        }
    }

    @Test
    void thoseThatFitAreHeldTogether() throws Exception {
        var room = new AnswerRoom(2L * 3 * AnswerRoom.LARGEST);
        assertThat(room.take(AnswerRoom.LARGEST, 0)).isTrue();
        assertThat(room.take(AnswerRoom.LARGEST, 0)).isTrue();
        assertThat(room.take(1, 0)).isFalse();
    }
}
