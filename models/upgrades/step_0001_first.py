"""The first schema of the local file, and the index that finds a child as you type."""

from models.plain_reading import Connection

TABLES = (
    """
    CREATE TABLE arrival (
        id INTEGER NOT NULL,
        at VARCHAR(32) NOT NULL,
        kind VARCHAR(12) NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        table_name VARCHAR(40) NOT NULL,
        row_id VARCHAR(36) NOT NULL,
        by_id VARCHAR(36) NOT NULL,
        fields JSON NOT NULL,
        CONSTRAINT pk_arrival PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX ix_arrival_at ON arrival (at)
    """,
    """
    CREATE TABLE child (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        identifier VARCHAR(64) NOT NULL,
        given_name VARCHAR(100) NOT NULL,
        family_name VARCHAR(100) NOT NULL,
        chosen_name VARCHAR(100) NOT NULL,
        pronouns VARCHAR(40) NOT NULL,
        born_on DATE NOT NULL,
        legal_status VARCHAR(4) NOT NULL,
        legal_status_from DATE,
        first_language VARCHAR(60) NOT NULL,
        interpreter VARCHAR(200) NOT NULL,
        communication TEXT NOT NULL,
        lives_with TEXT NOT NULL,
        lives_there_since DATE,
        placement_code VARCHAR(4) NOT NULL,
        "plan" TEXT NOT NULL,
        school TEXT NOT NULL,
        what_helps TEXT NOT NULL,
        letter_wishes TEXT NOT NULL,
        letter_colour VARCHAR(20) NOT NULL,
        chosen_words TEXT NOT NULL,
        social_worker VARCHAR(200) NOT NULL,
        team VARCHAR(200) NOT NULL,
        iro_id VARCHAR(36) NOT NULL,
        iro_typed JSON NOT NULL,
        review_due_on DATE,
        review_due_clock VARCHAR(8) NOT NULL,
        review_counted_from DATE,
        reviews_held INTEGER NOT NULL,
        last_reviewed_on DATE,
        booked_on DATE,
        in_care BOOLEAN NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_child PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX ix_child_case_id ON child (case_id)
    """,
    """
    CREATE INDEX ix_child_due ON child (review_due_on, id)
    """,
    """
    CREATE INDEX ix_child_identifier ON child (authority_id, identifier)
    """,
    """
    CREATE INDEX ix_child_iro_due ON child (iro_id, review_due_on)
    """,
    """
    CREATE INDEX ix_child_waiting ON child (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE "conflict" (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        table_name VARCHAR(40) NOT NULL,
        row_id VARCHAR(36) NOT NULL,
        field VARCHAR(40) NOT NULL,
        "before" JSON,
        theirs JSON,
        theirs_by VARCHAR(36) NOT NULL,
        theirs_at VARCHAR(32),
        mine JSON,
        mine_by VARCHAR(36) NOT NULL,
        mine_at VARCHAR(32),
        outcome VARCHAR(10) NOT NULL,
        settled_by VARCHAR(36) NOT NULL,
        settled_at VARCHAR(32),
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_conflict PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX ix_conflict_case_id ON "conflict" (case_id)
    """,
    """
    CREATE INDEX ix_conflict_review_id ON "conflict" (review_id)
    """,
    """
    CREATE INDEX ix_conflict_row_id ON "conflict" (row_id)
    """,
    """
    CREATE INDEX ix_conflict_waiting ON "conflict" (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE council (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        name VARCHAR(200) NOT NULL,
        service VARCHAR(200) NOT NULL,
        advocacy_name VARCHAR(200) NOT NULL,
        advocacy_phone VARCHAR(50) NOT NULL,
        complaints_phone VARCHAR(50) NOT NULL,
        video_counts_as_attending BOOLEAN NOT NULL,
        review_day VARCHAR(20) NOT NULL,
        adjourned_counts BOOLEAN NOT NULL,
        meeting_form TEXT NOT NULL,
        letter_page VARCHAR(300) NOT NULL,
        letter_page_words TEXT NOT NULL,
        silence_stands BOOLEAN NOT NULL,
        second_look BOOLEAN NOT NULL,
        sends JSON NOT NULL,
        reminders JSON NOT NULL,
        return_address VARCHAR(500) NOT NULL,
        extra_holidays JSON NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_council PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX ix_council_case_id ON council (case_id)
    """,
    """
    CREATE INDEX ix_council_waiting ON council (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE held_work (
        op_id VARCHAR(36) NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        child_called VARCHAR(200) NOT NULL,
        table_name VARCHAR(40) NOT NULL,
        row_id VARCHAR(36) NOT NULL,
        fields JSON NOT NULL,
        why VARCHAR(40) NOT NULL,
        at VARCHAR(32) NOT NULL,
        author_id VARCHAR(36) NOT NULL,
        state VARCHAR(12) NOT NULL,
        CONSTRAINT pk_held_work PRIMARY KEY (op_id)
    )
    """,
    """
    CREATE TABLE laptop_fact (
        name VARCHAR(100) NOT NULL,
        value JSON NOT NULL,
        CONSTRAINT pk_laptop_fact PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE letter_template (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        "key" VARCHAR(60) NOT NULL,
        text TEXT NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_letter_template PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX ix_letter_template_case_id ON letter_template (case_id)
    """,
    """
    CREATE INDEX ix_letter_template_waiting ON letter_template (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE looked (
        id VARCHAR(36) NOT NULL,
        at VARCHAR(32) NOT NULL,
        person_id VARCHAR(36) NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        act VARCHAR(20) NOT NULL,
        what TEXT NOT NULL,
        batch_place INTEGER,
        CONSTRAINT pk_looked PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX ix_looked_at ON looked (at)
    """,
    """
    CREATE INDEX ix_looked_batch ON looked (batch_place)
    """,
    """
    CREATE INDEX ix_looked_case_id ON looked (case_id)
    """,
    """
    CREATE TABLE outbox (
        place INTEGER NOT NULL,
        device_id VARCHAR(36) NOT NULL,
        n INTEGER NOT NULL,
        payload BLOB NOT NULL,
        sealed_at VARCHAR(32) NOT NULL,
        state VARCHAR(12) NOT NULL,
        seq INTEGER,
        acknowledged_at VARCHAR(32),
        CONSTRAINT pk_outbox PRIMARY KEY (place)
    )
    """,
    """
    CREATE INDEX ix_outbox_state ON outbox (state, place)
    """,
    """
    CREATE TABLE shared_case (
        case_id VARCHAR(36) NOT NULL,
        kind VARCHAR(20) NOT NULL,
        granted_seq INTEGER NOT NULL,
        until VARCHAR(32),
        restricted BOOLEAN NOT NULL,
        has VARCHAR(10) NOT NULL,
        "after" JSON,
        CONSTRAINT pk_shared_case PRIMARY KEY (case_id)
    )
    """,
    """
    CREATE TABLE staff_member (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        name VARCHAR(200) NOT NULL,
        role VARCHAR(40) NOT NULL,
        phone VARCHAR(50) NOT NULL,
        email VARCHAR(200) NOT NULL,
        days TEXT NOT NULL,
        about_me TEXT NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_staff_member PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX ix_staff_member_case_id ON staff_member (case_id)
    """,
    """
    CREATE INDEX ix_staff_member_waiting ON staff_member (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE stage (
        row_id VARCHAR(36) NOT NULL,
        seq INTEGER NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        body JSON NOT NULL,
        CONSTRAINT pk_stage PRIMARY KEY (row_id)
    )
    """,
    """
    CREATE INDEX ix_stage_case_id ON stage (case_id)
    """,
    """
    CREATE INDEX ix_stage_order ON stage (seq, row_id)
    """,
    """
    CREATE TABLE undo_step (
        number INTEGER NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        at VARCHAR(32) NOT NULL,
        "by" VARCHAR(36) NOT NULL,
        changes JSON NOT NULL,
        undone BOOLEAN NOT NULL,
        CONSTRAINT pk_undo_step PRIMARY KEY (number)
    )
    """,
    """
    CREATE INDEX ix_undo_step_review ON undo_step (review_id, number)
    """,
    """
    CREATE TABLE care_period (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        child_id VARCHAR(36) NOT NULL,
        began_on DATE NOT NULL,
        told_on DATE,
        ended_on DATE,
        path VARCHAR(24) NOT NULL,
        path_since DATE,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_care_period PRIMARY KEY (id),
        CONSTRAINT fk_care_period_child_id FOREIGN KEY(child_id) REFERENCES child (id)
    )
    """,
    """
    CREATE INDEX ix_care_period_case_id ON care_period (case_id)
    """,
    """
    CREATE INDEX ix_care_period_child_id ON care_period (child_id)
    """,
    """
    CREATE INDEX ix_care_period_waiting ON care_period (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE letter_picture (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        use VARCHAR(10) NOT NULL,
        child_id VARCHAR(36),
        staff_id VARCHAR(36),
        says TEXT NOT NULL,
        words_for TEXT NOT NULL,
        form VARCHAR(4) NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        digest VARCHAR(64) NOT NULL,
        image BLOB,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_letter_picture PRIMARY KEY (id),
        CONSTRAINT fk_letter_picture_child_id FOREIGN KEY(child_id) REFERENCES child (id),
        CONSTRAINT fk_letter_picture_staff_id FOREIGN KEY(staff_id) REFERENCES staff_member (id)
    )
    """,
    """
    CREATE INDEX ix_letter_picture_case_id ON letter_picture (case_id)
    """,
    """
    CREATE INDEX ix_letter_picture_child_id ON letter_picture (child_id)
    """,
    """
    CREATE INDEX ix_letter_picture_waiting ON letter_picture (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE person (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        child_id VARCHAR(36) NOT NULL,
        name VARCHAR(200) NOT NULL,
        called VARCHAR(100) NOT NULL,
        role VARCHAR(40) NOT NULL,
        what_they_are TEXT NOT NULL,
        parental_responsibility BOOLEAN NOT NULL,
        phone VARCHAR(50) NOT NULL,
        email VARCHAR(200) NOT NULL,
        address VARCHAR(500) NOT NULL,
        send_by VARCHAR(20) NOT NULL,
        known_as JSON NOT NULL,
        restriction_kinds JSON NOT NULL,
        address_kinds JSON NOT NULL,
        position INTEGER NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_person PRIMARY KEY (id),
        CONSTRAINT fk_person_child_id FOREIGN KEY(child_id) REFERENCES child (id)
    )
    """,
    """
    CREATE INDEX ix_person_case_id ON person (case_id)
    """,
    """
    CREATE INDEX ix_person_child_id ON person (child_id)
    """,
    """
    CREATE INDEX ix_person_waiting ON person (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE plain_word (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        child_id VARCHAR(36),
        term VARCHAR(100) NOT NULL,
        "instead" TEXT NOT NULL,
        mode VARCHAR(10) NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_plain_word PRIMARY KEY (id),
        CONSTRAINT fk_plain_word_child_id FOREIGN KEY(child_id) REFERENCES child (id)
    )
    """,
    """
    CREATE INDEX ix_plain_word_case_id ON plain_word (case_id)
    """,
    """
    CREATE INDEX ix_plain_word_child_id ON plain_word (child_id)
    """,
    """
    CREATE INDEX ix_plain_word_waiting ON plain_word (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE review (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        child_id VARCHAR(36) NOT NULL,
        number INTEGER NOT NULL,
        kind VARCHAR(20) NOT NULL,
        state VARCHAR(20) NOT NULL,
        chair_id VARCHAR(36) NOT NULL,
        due_on DATE,
        due_clock VARCHAR(8) NOT NULL,
        counted_from DATE,
        booked_on DATE,
        booked_time VARCHAR(5) NOT NULL,
        place TEXT NOT NULL,
        mode VARCHAR(20) NOT NULL,
        held_on DATE,
        completed_on DATE,
        finished_at VARCHAR(32),
        finalised_on DATE,
        late_why TEXT NOT NULL,
        reopened_why TEXT NOT NULL,
        clocks_open BOOLEAN NOT NULL,
        what_for TEXT NOT NULL,
        warm_line TEXT NOT NULL,
        home_line TEXT NOT NULL,
        plan_agreed VARCHAR(20) NOT NULL,
        permanence_plan TEXT NOT NULL,
        legal_line TEXT NOT NULL,
        iro_view TEXT NOT NULL,
        one_more_line TEXT NOT NULL,
        no_words_why TEXT NOT NULL,
        no_code_why TEXT NOT NULL,
        no_next_review_why TEXT NOT NULL,
        resumed_late_why TEXT NOT NULL,
        not_resumed_why TEXT NOT NULL,
        next_review_on DATE,
        next_review_time VARCHAR(5) NOT NULL,
        next_review_place TEXT NOT NULL,
        midpoint_on DATE,
        see_child_by DATE,
        see_child_how VARCHAR(20) NOT NULL,
        covering_for VARCHAR(200) NOT NULL,
        together_id VARCHAR(36) NOT NULL,
        moving_on BOOLEAN NOT NULL,
        numbers_hidden BOOLEAN NOT NULL,
        gaps_why TEXT NOT NULL,
        permanence_type VARCHAR(30) NOT NULL,
        permanence_agreed_on DATE,
        permanence_on_track VARCHAR(10) NOT NULL,
        permanence_why TEXT NOT NULL,
        plan_ratified_on DATE,
        plan_ratify_by DATE,
        plan_not_ratified_why TEXT NOT NULL,
        plan_agreed_why TEXT NOT NULL,
        tell_how VARCHAR(20) NOT NULL,
        tell_words TEXT NOT NULL,
        tell_by VARCHAR(200) NOT NULL,
        child_feedback TEXT NOT NULL,
        others_feedback TEXT NOT NULL,
        papers_made VARCHAR(20) NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_review PRIMARY KEY (id),
        CONSTRAINT fk_review_child_id FOREIGN KEY(child_id) REFERENCES child (id)
    )
    """,
    """
    CREATE INDEX ix_review_case_id ON review (case_id)
    """,
    """
    CREATE INDEX ix_review_chair_state ON review (chair_id, state, booked_on)
    """,
    """
    CREATE INDEX ix_review_child_held ON review (child_id, held_on)
    """,
    """
    CREATE INDEX ix_review_open_clocks ON review (chair_id, clocks_open)
    """,
    """
    CREATE INDEX ix_review_waiting ON review (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE attendance (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        person_id VARCHAR(36) NOT NULL,
        consulted BOOLEAN NOT NULL,
        invited BOOLEAN NOT NULL,
        not_invited_why TEXT NOT NULL,
        attended VARCHAR(20) NOT NULL,
        part TEXT NOT NULL,
        sent_views BOOLEAN NOT NULL,
        views TEXT NOT NULL,
        apologies BOOLEAN NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_attendance PRIMARY KEY (id),
        CONSTRAINT fk_attendance_review_id FOREIGN KEY(review_id) REFERENCES review (id),
        CONSTRAINT fk_attendance_person_id FOREIGN KEY(person_id) REFERENCES person (id)
    )
    """,
    """
    CREATE INDEX ix_attendance_case_id ON attendance (case_id)
    """,
    """
    CREATE INDEX ix_attendance_review_id ON attendance (review_id)
    """,
    """
    CREATE INDEX ix_attendance_waiting ON attendance (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE child_letter (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        child_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36),
        template VARCHAR(60) NOT NULL,
        writer_id VARCHAR(36) NOT NULL,
        about_on DATE,
        band VARCHAR(2) NOT NULL,
        typeface VARCHAR(40) NOT NULL,
        text_size VARCHAR(10) NOT NULL,
        paper VARCHAR(10) NOT NULL,
        with_pictures BOOLEAN NOT NULL,
        picture_set VARCHAR(20) NOT NULL,
        language VARCHAR(20) NOT NULL,
        arrangement VARCHAR(10) NOT NULL,
        own_digits BOOLEAN NOT NULL,
        translated_by TEXT NOT NULL,
        words_checked_by TEXT NOT NULL,
        is_posted BOOLEAN NOT NULL,
        address TEXT NOT NULL,
        with_photo BOOLEAN NOT NULL,
        with_code BOOLEAN NOT NULL,
        with_road_map BOOLEAN NOT NULL,
        with_about_me BOOLEAN NOT NULL,
        read_with TEXT NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_child_letter PRIMARY KEY (id),
        CONSTRAINT fk_child_letter_child_id FOREIGN KEY(child_id) REFERENCES child (id),
        CONSTRAINT fk_child_letter_review_id FOREIGN KEY(review_id) REFERENCES review (id)
    )
    """,
    """
    CREATE INDEX ix_child_letter_case_id ON child_letter (case_id)
    """,
    """
    CREATE INDEX ix_child_letter_child_id ON child_letter (child_id)
    """,
    """
    CREATE INDEX ix_child_letter_review ON child_letter (review_id, template)
    """,
    """
    CREATE INDEX ix_child_letter_waiting ON child_letter (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE consultation (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        way VARCHAR(30) NOT NULL,
        "on" DATE,
        "by" VARCHAR(200) NOT NULL,
        note TEXT NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_consultation PRIMARY KEY (id),
        CONSTRAINT fk_consultation_review_id FOREIGN KEY(review_id) REFERENCES review (id)
    )
    """,
    """
    CREATE INDEX ix_consultation_case_id ON consultation (case_id)
    """,
    """
    CREATE INDEX ix_consultation_review_id ON consultation (review_id)
    """,
    """
    CREATE INDEX ix_consultation_waiting ON consultation (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE convening (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        list_in_on DATE,
        reminded_on DATE,
        reminded_again_on DATE,
        handed_back_on DATE,
        handed_back_why TEXT NOT NULL,
        room TEXT NOT NULL,
        travel TEXT NOT NULL,
        access_needs TEXT NOT NULL,
        interpreter TEXT NOT NULL,
        risk TEXT NOT NULL,
        calendar_sequence INTEGER NOT NULL,
        calendar_said VARCHAR(64) NOT NULL,
        cancelled_on DATE,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_convening PRIMARY KEY (id),
        CONSTRAINT fk_convening_review_id FOREIGN KEY(review_id) REFERENCES review (id)
    )
    """,
    """
    CREATE INDEX ix_convening_case_id ON convening (case_id)
    """,
    """
    CREATE INDEX ix_convening_review_id ON convening (review_id)
    """,
    """
    CREATE INDEX ix_convening_waiting ON convening (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE copy_change (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        reader VARCHAR(36) NOT NULL,
        of_table VARCHAR(40) NOT NULL,
        row_id VARCHAR(36) NOT NULL,
        field VARCHAR(40) NOT NULL,
        words TEXT NOT NULL,
        leave_out BOOLEAN NOT NULL,
        why TEXT NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_copy_change PRIMARY KEY (id),
        CONSTRAINT fk_copy_change_review_id FOREIGN KEY(review_id) REFERENCES review (id)
    )
    """,
    """
    CREATE INDEX ix_copy_change_case_id ON copy_change (case_id)
    """,
    """
    CREATE INDEX ix_copy_change_review_id ON copy_change (review_id)
    """,
    """
    CREATE INDEX ix_copy_change_waiting ON copy_change (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE disclosure_answer (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        reader VARCHAR(36) NOT NULL,
        document VARCHAR(20) NOT NULL,
        hit VARCHAR(64) NOT NULL,
        why TEXT NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_disclosure_answer PRIMARY KEY (id),
        CONSTRAINT fk_disclosure_answer_review_id FOREIGN KEY(review_id) REFERENCES review (id)
    )
    """,
    """
    CREATE INDEX ix_disclosure_answer_case_id ON disclosure_answer (case_id)
    """,
    """
    CREATE INDEX ix_disclosure_answer_review_id ON disclosure_answer (review_id)
    """,
    """
    CREATE INDEX ix_disclosure_answer_waiting ON disclosure_answer (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE drawing (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        made_on DATE NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        digest VARCHAR(64) NOT NULL,
        png BLOB,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_drawing PRIMARY KEY (id),
        CONSTRAINT fk_drawing_review_id FOREIGN KEY(review_id) REFERENCES review (id)
    )
    """,
    """
    CREATE INDEX ix_drawing_case_id ON drawing (case_id)
    """,
    """
    CREATE INDEX ix_drawing_review_id ON drawing (review_id)
    """,
    """
    CREATE INDEX ix_drawing_waiting ON drawing (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE invitation (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        reader VARCHAR(36) NOT NULL,
        part TEXT NOT NULL,
        form VARCHAR(20) NOT NULL,
        needs_interpreter BOOLEAN NOT NULL,
        invited_on DATE,
        told VARCHAR(64) NOT NULL,
        told_on DATE,
        told_time VARCHAR(5) NOT NULL,
        hide_place BOOLEAN NOT NULL,
        invited_way VARCHAR(20) NOT NULL,
        form_sent_on DATE,
        form_back_on DATE,
        answer VARCHAR(20) NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_invitation PRIMARY KEY (id),
        CONSTRAINT fk_invitation_review_id FOREIGN KEY(review_id) REFERENCES review (id)
    )
    """,
    """
    CREATE INDEX ix_invitation_case_id ON invitation (case_id)
    """,
    """
    CREATE INDEX ix_invitation_review_id ON invitation (review_id)
    """,
    """
    CREATE INDEX ix_invitation_waiting ON invitation (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE matter_considered (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        matter VARCHAR(8) NOT NULL,
        state VARCHAR(20) NOT NULL,
        words TEXT NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_matter_considered PRIMARY KEY (id),
        CONSTRAINT fk_matter_considered_review_id FOREIGN KEY(review_id) REFERENCES review (id)
    )
    """,
    """
    CREATE INDEX ix_matter_considered_case_id ON matter_considered (case_id)
    """,
    """
    CREATE INDEX ix_matter_considered_waiting ON matter_considered (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE UNIQUE INDEX ix_matter_review ON matter_considered (review_id, matter)
    """,
    """
    CREATE TABLE milestone (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        clock VARCHAR(8) NOT NULL,
        met_on DATE NOT NULL,
        note TEXT NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_milestone PRIMARY KEY (id),
        CONSTRAINT fk_milestone_review_id FOREIGN KEY(review_id) REFERENCES review (id)
    )
    """,
    """
    CREATE INDEX ix_milestone_case_id ON milestone (case_id)
    """,
    """
    CREATE UNIQUE INDEX ix_milestone_review ON milestone (review_id, clock)
    """,
    """
    CREATE INDEX ix_milestone_waiting ON milestone (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE note (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        step VARCHAR(4) NOT NULL,
        "column" VARCHAR(20) NOT NULL,
        life_area VARCHAR(20) NOT NULL,
        words TEXT NOT NULL,
        letter_words TEXT NOT NULL,
        said_by VARCHAR(200) NOT NULL,
        person_id VARCHAR(36),
        restricted BOOLEAN NOT NULL,
        restriction_kinds JSON NOT NULL,
        in_letter BOOLEAN NOT NULL,
        position INTEGER NOT NULL,
        sort VARCHAR(30) NOT NULL,
        goal_id VARCHAR(36),
        detail TEXT NOT NULL,
        shared_key VARCHAR(36) NOT NULL,
        carried_from VARCHAR(36) NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_note PRIMARY KEY (id),
        CONSTRAINT fk_note_review_id FOREIGN KEY(review_id) REFERENCES review (id),
        CONSTRAINT fk_note_person_id FOREIGN KEY(person_id) REFERENCES person (id),
        CONSTRAINT fk_note_goal_id FOREIGN KEY(goal_id) REFERENCES note (id)
    )
    """,
    """
    CREATE INDEX ix_note_case_id ON note (case_id)
    """,
    """
    CREATE INDEX ix_note_review_id ON note (review_id)
    """,
    """
    CREATE INDEX ix_note_waiting ON note (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE paper_received (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        paper VARCHAR(30) NOT NULL,
        received_on DATE,
        seen BOOLEAN NOT NULL,
        authorised VARCHAR(10) NOT NULL,
        child_friendly BOOLEAN NOT NULL,
        missing_why TEXT NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_paper_received PRIMARY KEY (id),
        CONSTRAINT fk_paper_received_review_id FOREIGN KEY(review_id) REFERENCES review (id)
    )
    """,
    """
    CREATE INDEX ix_paper_received_case_id ON paper_received (case_id)
    """,
    """
    CREATE INDEX ix_paper_received_waiting ON paper_received (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE UNIQUE INDEX ix_paper_review ON paper_received (review_id, paper)
    """,
    """
    CREATE TABLE participation (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        was_there VARCHAR(20) NOT NULL,
        spoke BOOLEAN,
        someone_spoke BOOLEAN,
        showed_without_speech BOOLEAN,
        someone_spoke_who_child_asked BOOLEAN,
        own_words_reached BOOLEAN,
        suggested_code VARCHAR(4) NOT NULL,
        chosen_code VARCHAR(4) NOT NULL,
        override_reason TEXT NOT NULL,
        pn7_reason VARCHAR(40) NOT NULL,
        pn7_why TEXT NOT NULL,
        who_spoke TEXT NOT NULL,
        how_known TEXT NOT NULL,
        seen_alone VARCHAR(20) NOT NULL,
        seen_alone_on DATE,
        seen_alone_why TEXT NOT NULL,
        seen_alone_by VARCHAR(200) NOT NULL,
        chaired VARCHAR(10) NOT NULL,
        aid TEXT NOT NULL,
        ways JSON NOT NULL,
        also JSON NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_participation PRIMARY KEY (id),
        CONSTRAINT uq_participation_review_id UNIQUE (review_id),
        CONSTRAINT fk_participation_review_id FOREIGN KEY(review_id) REFERENCES review (id)
    )
    """,
    """
    CREATE INDEX ix_participation_case_id ON participation (case_id)
    """,
    """
    CREATE INDEX ix_participation_waiting ON participation (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE protected_fact (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        child_id VARCHAR(36) NOT NULL,
        kind VARCHAR(20) NOT NULL,
        words VARCHAR(500) NOT NULL,
        also_written JSON NOT NULL,
        person_id VARCHAR(36),
        tag VARCHAR(4) NOT NULL,
        hidden_from JSON NOT NULL,
        why TEXT NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_protected_fact PRIMARY KEY (id),
        CONSTRAINT fk_protected_fact_child_id FOREIGN KEY(child_id) REFERENCES child (id),
        CONSTRAINT fk_protected_fact_person_id FOREIGN KEY(person_id) REFERENCES person (id)
    )
    """,
    """
    CREATE INDEX ix_protected_fact_case_id ON protected_fact (case_id)
    """,
    """
    CREATE INDEX ix_protected_fact_child_id ON protected_fact (child_id)
    """,
    """
    CREATE INDEX ix_protected_fact_waiting ON protected_fact (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE rearranged (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        from_day DATE NOT NULL,
        to_day DATE,
        asked_on DATE NOT NULL,
        asked_by VARCHAR(200) NOT NULL,
        why TEXT NOT NULL,
        why_kind VARCHAR(30) NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_rearranged PRIMARY KEY (id),
        CONSTRAINT fk_rearranged_review_id FOREIGN KEY(review_id) REFERENCES review (id)
    )
    """,
    """
    CREATE INDEX ix_rearranged_case_id ON rearranged (case_id)
    """,
    """
    CREATE INDEX ix_rearranged_review_id ON rearranged (review_id)
    """,
    """
    CREATE INDEX ix_rearranged_waiting ON rearranged (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE recipient (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        reader VARCHAR(36) NOT NULL,
        letter VARCHAR(20) NOT NULL,
        decisions VARCHAR(20) NOT NULL,
        record VARCHAR(20) NOT NULL,
        cuts JSON,
        way VARCHAR(20) NOT NULL,
        address VARCHAR(500) NOT NULL,
        email VARCHAR(200) NOT NULL,
        as_word BOOLEAN NOT NULL,
        agreed VARCHAR(200) NOT NULL,
        why TEXT NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_recipient PRIMARY KEY (id),
        CONSTRAINT fk_recipient_review_id FOREIGN KEY(review_id) REFERENCES review (id)
    )
    """,
    """
    CREATE INDEX ix_recipient_case_id ON recipient (case_id)
    """,
    """
    CREATE INDEX ix_recipient_review_id ON recipient (review_id)
    """,
    """
    CREATE INDEX ix_recipient_waiting ON recipient (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE restriction (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        of_table VARCHAR(40) NOT NULL,
        row_id VARCHAR(36) NOT NULL,
        field VARCHAR(40) NOT NULL,
        kinds JSON NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_restriction PRIMARY KEY (id),
        CONSTRAINT fk_restriction_review_id FOREIGN KEY(review_id) REFERENCES review (id)
    )
    """,
    """
    CREATE INDEX ix_restriction_case_id ON restriction (case_id)
    """,
    """
    CREATE INDEX ix_restriction_review_id ON restriction (review_id)
    """,
    """
    CREATE INDEX ix_restriction_waiting ON restriction (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE returned_form (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        reader VARCHAR(36) NOT NULL,
        form VARCHAR(20) NOT NULL,
        back_on DATE NOT NULL,
        way VARCHAR(20) NOT NULL,
        words TEXT NOT NULL,
        taken_in_on DATE,
        media_type VARCHAR(40) NOT NULL,
        digest VARCHAR(64) NOT NULL,
        scan BLOB,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_returned_form PRIMARY KEY (id),
        CONSTRAINT fk_returned_form_review_id FOREIGN KEY(review_id) REFERENCES review (id)
    )
    """,
    """
    CREATE INDEX ix_returned_form_case_id ON returned_form (case_id)
    """,
    """
    CREATE INDEX ix_returned_form_review_id ON returned_form (review_id)
    """,
    """
    CREATE INDEX ix_returned_form_waiting ON returned_form (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE right_explained (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        "right" VARCHAR(40) NOT NULL,
        done BOOLEAN NOT NULL,
        note TEXT NOT NULL,
        "on" DATE,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_right_explained PRIMARY KEY (id),
        CONSTRAINT fk_right_explained_review_id FOREIGN KEY(review_id) REFERENCES review (id)
    )
    """,
    """
    CREATE INDEX ix_right_explained_case_id ON right_explained (case_id)
    """,
    """
    CREATE INDEX ix_right_explained_waiting ON right_explained (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE UNIQUE INDEX ix_right_review ON right_explained (review_id, "right")
    """,
    """
    CREATE TABLE scale_answer (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        scale VARCHAR(60) NOT NULL,
        person_id VARCHAR(36),
        who VARCHAR(200) NOT NULL,
        is_child BOOLEAN NOT NULL,
        answered VARCHAR(20) NOT NULL,
        number NUMERIC(3, 1),
        face VARCHAR(10) NOT NULL,
        reason TEXT NOT NULL,
        one_more TEXT NOT NULL,
        private BOOLEAN NOT NULL,
        in_letter BOOLEAN NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_scale_answer PRIMARY KEY (id),
        CONSTRAINT ck_scale_answer_zero_to_ten CHECK (number IS NULL OR (number >= 0 AND number <= 10)),
        CONSTRAINT fk_scale_answer_review_id FOREIGN KEY(review_id) REFERENCES review (id),
        CONSTRAINT fk_scale_answer_person_id FOREIGN KEY(person_id) REFERENCES person (id)
    )
    """,
    """
    CREATE INDEX ix_scale_answer_case_id ON scale_answer (case_id)
    """,
    """
    CREATE INDEX ix_scale_answer_review_id ON scale_answer (review_id)
    """,
    """
    CREATE INDEX ix_scale_answer_waiting ON scale_answer (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE sitting (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        number INTEGER NOT NULL,
        held_on DATE NOT NULL,
        began_at VARCHAR(5) NOT NULL,
        ended_at VARCHAR(5) NOT NULL,
        place TEXT NOT NULL,
        adjourned BOOLEAN NOT NULL,
        reason TEXT NOT NULL,
        reason_kind VARCHAR(30) NOT NULL,
        again_why TEXT NOT NULL,
        came JSON NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_sitting PRIMARY KEY (id),
        CONSTRAINT fk_sitting_review_id FOREIGN KEY(review_id) REFERENCES review (id)
    )
    """,
    """
    CREATE INDEX ix_sitting_case_id ON sitting (case_id)
    """,
    """
    CREATE INDEX ix_sitting_review_id ON sitting (review_id)
    """,
    """
    CREATE INDEX ix_sitting_waiting ON sitting (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE step_fact (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        fact VARCHAR(40) NOT NULL,
        words TEXT NOT NULL,
        day DATE,
        choice VARCHAR(30) NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_step_fact PRIMARY KEY (id),
        CONSTRAINT fk_step_fact_review_id FOREIGN KEY(review_id) REFERENCES review (id)
    )
    """,
    """
    CREATE INDEX ix_step_fact_case_id ON step_fact (case_id)
    """,
    """
    CREATE UNIQUE INDEX ix_step_fact_review ON step_fact (review_id, fact)
    """,
    """
    CREATE INDEX ix_step_fact_waiting ON step_fact (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE step_mark (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        step VARCHAR(4) NOT NULL,
        done BOOLEAN NOT NULL,
        left_out_why TEXT NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_step_mark PRIMARY KEY (id),
        CONSTRAINT fk_step_mark_review_id FOREIGN KEY(review_id) REFERENCES review (id)
    )
    """,
    """
    CREATE INDEX ix_step_mark_case_id ON step_mark (case_id)
    """,
    """
    CREATE UNIQUE INDEX ix_step_mark_review ON step_mark (review_id, step)
    """,
    """
    CREATE INDEX ix_step_mark_waiting ON step_mark (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE decision (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        number INTEGER NOT NULL,
        what TEXT NOT NULL,
        who VARCHAR(200) NOT NULL,
        person_id VARCHAR(36),
        by_when DATE,
        why TEXT NOT NULL,
        how_we_will_know TEXT NOT NULL,
        life_area VARCHAR(20) NOT NULL,
        picture VARCHAR(40) NOT NULL,
        letter_words TEXT NOT NULL,
        in_letter BOOLEAN NOT NULL,
        restricted BOOLEAN NOT NULL,
        restriction_kinds JSON NOT NULL,
        goal_id VARCHAR(36),
        note_id VARCHAR(36),
        carried_from_id VARCHAR(36),
        shared_key VARCHAR(36) NOT NULL,
        outcome VARCHAR(20) NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_decision PRIMARY KEY (id),
        CONSTRAINT fk_decision_review_id FOREIGN KEY(review_id) REFERENCES review (id),
        CONSTRAINT fk_decision_person_id FOREIGN KEY(person_id) REFERENCES person (id),
        CONSTRAINT fk_decision_goal_id FOREIGN KEY(goal_id) REFERENCES note (id),
        CONSTRAINT fk_decision_note_id FOREIGN KEY(note_id) REFERENCES note (id),
        CONSTRAINT fk_decision_carried_from_id FOREIGN KEY(carried_from_id) REFERENCES decision (id)
    )
    """,
    """
    CREATE INDEX ix_decision_case_id ON decision (case_id)
    """,
    """
    CREATE INDEX ix_decision_outcome ON decision (outcome)
    """,
    """
    CREATE INDEX ix_decision_review_id ON decision (review_id)
    """,
    """
    CREATE INDEX ix_decision_waiting ON decision (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE document (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36),
        letter_id VARCHAR(36),
        kind VARCHAR(20) NOT NULL,
        version INTEGER NOT NULL,
        replaces_id VARCHAR(36),
        reason TEXT NOT NULL,
        issued_at VARCHAR(32) NOT NULL,
        issued_by VARCHAR(36) NOT NULL,
        language VARCHAR(20) NOT NULL,
        words TEXT NOT NULL,
        digest VARCHAR(64) NOT NULL,
        pdf BLOB,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_document PRIMARY KEY (id),
        CONSTRAINT ck_document_of_one CHECK ((review_id is null) <> (letter_id is null)),
        CONSTRAINT fk_document_review_id FOREIGN KEY(review_id) REFERENCES review (id),
        CONSTRAINT fk_document_letter_id FOREIGN KEY(letter_id) REFERENCES child_letter (id),
        CONSTRAINT fk_document_replaces_id FOREIGN KEY(replaces_id) REFERENCES document (id)
    )
    """,
    """
    CREATE INDEX ix_document_case_id ON document (case_id)
    """,
    """
    CREATE UNIQUE INDEX ix_document_letter ON document (letter_id, version)
    """,
    """
    CREATE UNIQUE INDEX ix_document_review ON document (review_id, kind, version)
    """,
    """
    CREATE INDEX ix_document_waiting ON document (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE letter_line (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        letter_id VARCHAR(36) NOT NULL,
        "key" VARCHAR(120) NOT NULL,
        words TEXT NOT NULL,
        proposed TEXT NOT NULL,
        left_out BOOLEAN NOT NULL,
        left_out_why TEXT NOT NULL,
        taken_in BOOLEAN NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_letter_line PRIMARY KEY (id),
        CONSTRAINT fk_letter_line_letter_id FOREIGN KEY(letter_id) REFERENCES child_letter (id)
    )
    """,
    """
    CREATE INDEX ix_letter_line_case_id ON letter_line (case_id)
    """,
    """
    CREATE UNIQUE INDEX ix_letter_line_key ON letter_line (letter_id, "key")
    """,
    """
    CREATE INDEX ix_letter_line_waiting ON letter_line (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE letter_translation (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        letter_id VARCHAR(36) NOT NULL,
        language VARCHAR(20) NOT NULL,
        "key" VARCHAR(120) NOT NULL,
        original TEXT NOT NULL,
        words TEXT NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_letter_translation PRIMARY KEY (id),
        CONSTRAINT fk_letter_translation_letter_id FOREIGN KEY(letter_id) REFERENCES child_letter (id)
    )
    """,
    """
    CREATE INDEX ix_letter_translation_case_id ON letter_translation (case_id)
    """,
    """
    CREATE UNIQUE INDEX ix_letter_translation_key ON letter_translation (letter_id, language, "key")
    """,
    """
    CREATE INDEX ix_letter_translation_waiting ON letter_translation (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE letter_waiver (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        letter_id VARCHAR(36) NOT NULL,
        "check" VARCHAR(200) NOT NULL,
        why TEXT NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_letter_waiver PRIMARY KEY (id),
        CONSTRAINT fk_letter_waiver_letter_id FOREIGN KEY(letter_id) REFERENCES child_letter (id)
    )
    """,
    """
    CREATE INDEX ix_letter_waiver_case_id ON letter_waiver (case_id)
    """,
    """
    CREATE UNIQUE INDEX ix_letter_waiver_check ON letter_waiver (letter_id, "check")
    """,
    """
    CREATE INDEX ix_letter_waiver_waiting ON letter_waiver (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE decision_change (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        decision_id VARCHAR(36) NOT NULL,
        what_happened VARCHAR(20) NOT NULL,
        version INTEGER NOT NULL,
        "on" DATE NOT NULL,
        "by" VARCHAR(36) NOT NULL,
        reason TEXT NOT NULL,
        what TEXT NOT NULL,
        who VARCHAR(200) NOT NULL,
        by_when DATE,
        why TEXT NOT NULL,
        how_we_will_know TEXT NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_decision_change PRIMARY KEY (id),
        CONSTRAINT fk_decision_change_review_id FOREIGN KEY(review_id) REFERENCES review (id),
        CONSTRAINT fk_decision_change_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id)
    )
    """,
    """
    CREATE INDEX ix_decision_change_case_id ON decision_change (case_id)
    """,
    """
    CREATE INDEX ix_decision_change_review_id ON decision_change (review_id)
    """,
    """
    CREATE INDEX ix_decision_change_waiting ON decision_change (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE decision_progress (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        decision_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        outcome VARCHAR(20) NOT NULL,
        why TEXT NOT NULL,
        new_by_when DATE,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_decision_progress PRIMARY KEY (id),
        CONSTRAINT fk_decision_progress_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id),
        CONSTRAINT fk_decision_progress_review_id FOREIGN KEY(review_id) REFERENCES review (id)
    )
    """,
    """
    CREATE INDEX ix_decision_progress_case_id ON decision_progress (case_id)
    """,
    """
    CREATE INDEX ix_decision_progress_decision_id ON decision_progress (decision_id)
    """,
    """
    CREATE INDEX ix_decision_progress_review_id ON decision_progress (review_id)
    """,
    """
    CREATE INDEX ix_decision_progress_waiting ON decision_progress (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE dispute (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        decision_id VARCHAR(36),
        opened_on DATE NOT NULL,
        what TEXT NOT NULL,
        outcome_sought TEXT NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_dispute PRIMARY KEY (id),
        CONSTRAINT fk_dispute_review_id FOREIGN KEY(review_id) REFERENCES review (id),
        CONSTRAINT fk_dispute_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id)
    )
    """,
    """
    CREATE INDEX ix_dispute_case_id ON dispute (case_id)
    """,
    """
    CREATE INDEX ix_dispute_review_id ON dispute (review_id)
    """,
    """
    CREATE INDEX ix_dispute_waiting ON dispute (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE paper_copy (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36),
        letter_id VARCHAR(36),
        document_id VARCHAR(36),
        reader VARCHAR(36) NOT NULL,
        reader_name VARCHAR(200) NOT NULL,
        role VARCHAR(40) NOT NULL,
        kind VARCHAR(20) NOT NULL,
        format VARCHAR(10) NOT NULL,
        version INTEGER NOT NULL,
        language VARCHAR(20) NOT NULL,
        way VARCHAR(20) NOT NULL,
        address VARCHAR(500) NOT NULL,
        email VARCHAR(200) NOT NULL,
        due_on DATE,
        left_out INTEGER NOT NULL,
        wanted INTEGER NOT NULL,
        reason TEXT NOT NULL,
        released_at VARCHAR(32) NOT NULL,
        released_by VARCHAR(36) NOT NULL,
        words TEXT NOT NULL,
        digest VARCHAR(64) NOT NULL,
        pages BLOB,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_paper_copy PRIMARY KEY (id),
        CONSTRAINT fk_paper_copy_review_id FOREIGN KEY(review_id) REFERENCES review (id),
        CONSTRAINT fk_paper_copy_letter_id FOREIGN KEY(letter_id) REFERENCES child_letter (id),
        CONSTRAINT fk_paper_copy_document_id FOREIGN KEY(document_id) REFERENCES document (id)
    )
    """,
    """
    CREATE INDEX ix_paper_copy_case_id ON paper_copy (case_id)
    """,
    """
    CREATE INDEX ix_paper_copy_review_id ON paper_copy (review_id)
    """,
    """
    CREATE INDEX ix_paper_copy_waiting ON paper_copy (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE wish (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        words TEXT NOT NULL,
        way VARCHAR(20) NOT NULL,
        heard_by VARCHAR(200) NOT NULL,
        heard_on DATE,
        "column" VARCHAR(20) NOT NULL,
        life_area VARCHAR(20) NOT NULL,
        step VARCHAR(4) NOT NULL,
        asked_for BOOLEAN NOT NULL,
        answer TEXT NOT NULL,
        decision_id VARCHAR(36),
        private BOOLEAN NOT NULL,
        in_letter BOOLEAN NOT NULL,
        position INTEGER NOT NULL,
        question VARCHAR(20) NOT NULL,
        made_by_child BOOLEAN NOT NULL,
        picture VARCHAR(40) NOT NULL,
        drawing_id VARCHAR(36),
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_wish PRIMARY KEY (id),
        CONSTRAINT fk_wish_review_id FOREIGN KEY(review_id) REFERENCES review (id),
        CONSTRAINT fk_wish_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id),
        CONSTRAINT fk_wish_drawing_id FOREIGN KEY(drawing_id) REFERENCES drawing (id)
    )
    """,
    """
    CREATE INDEX ix_wish_case_id ON wish (case_id)
    """,
    """
    CREATE INDEX ix_wish_review_id ON wish (review_id)
    """,
    """
    CREATE INDEX ix_wish_waiting ON wish (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE delivery (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        copy_id VARCHAR(36) NOT NULL,
        step VARCHAR(20) NOT NULL,
        "on" DATE NOT NULL,
        "by" VARCHAR(36) NOT NULL,
        note TEXT NOT NULL,
        address VARCHAR(500) NOT NULL,
        run_id VARCHAR(36) NOT NULL,
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_delivery PRIMARY KEY (id),
        CONSTRAINT fk_delivery_copy_id FOREIGN KEY(copy_id) REFERENCES paper_copy (id)
    )
    """,
    """
    CREATE INDEX ix_delivery_case_id ON delivery (case_id)
    """,
    """
    CREATE INDEX ix_delivery_copy_id ON delivery (copy_id)
    """,
    """
    CREATE INDEX ix_delivery_waiting ON delivery (case_id) WHERE pending <> '{}'
    """,
    """
    CREATE TABLE manager_reply (
        id VARCHAR(36) NOT NULL,
        authority_id SMALLINT NOT NULL,
        case_id VARCHAR(36) NOT NULL,
        review_id VARCHAR(36) NOT NULL,
        decision_id VARCHAR(36),
        version INTEGER NOT NULL,
        reply VARCHAR(20) NOT NULL,
        "on" DATE NOT NULL,
        who VARCHAR(200) NOT NULL,
        words TEXT NOT NULL,
        settled VARCHAR(20) NOT NULL,
        settled_on DATE,
        answer TEXT NOT NULL,
        dispute_id VARCHAR(36),
        created_by VARCHAR(36) NOT NULL,
        created_at VARCHAR(32),
        updated_by VARCHAR(36) NOT NULL,
        updated_at VARCHAR(32),
        removed_at VARCHAR(32),
        removed_by VARCHAR(36),
        base JSON,
        base_version INTEGER NOT NULL,
        pending JSON NOT NULL,
        CONSTRAINT pk_manager_reply PRIMARY KEY (id),
        CONSTRAINT fk_manager_reply_review_id FOREIGN KEY(review_id) REFERENCES review (id),
        CONSTRAINT fk_manager_reply_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id),
        CONSTRAINT fk_manager_reply_dispute_id FOREIGN KEY(dispute_id) REFERENCES dispute (id)
    )
    """,
    """
    CREATE INDEX ix_manager_reply_case_id ON manager_reply (case_id)
    """,
    """
    CREATE INDEX ix_manager_reply_review_id ON manager_reply (review_id)
    """,
    """
    CREATE INDEX ix_manager_reply_waiting ON manager_reply (case_id) WHERE pending <> '{}'
    """,
)

# The triggers keep the index in step by row number; the file is never vacuumed, so these stay.
SEARCH = (
    """
    CREATE VIRTUAL TABLE child_search USING fts5(
        called, name, identifier, social_worker, content='', contentless_delete=1,
        prefix='1 2 3', tokenize='unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER child_search_added AFTER INSERT ON child BEGIN
        INSERT INTO child_search(rowid, called, name, identifier, social_worker)
        VALUES (new.rowid, new.chosen_name, new.given_name || ' ' || new.family_name, new.identifier, new.social_worker);
    END
    """,
    """
    CREATE TRIGGER child_search_changed AFTER UPDATE OF
        chosen_name, given_name, family_name, identifier, social_worker ON child BEGIN
        DELETE FROM child_search WHERE rowid = old.rowid;
        INSERT INTO child_search(rowid, called, name, identifier, social_worker)
        VALUES (new.rowid, new.chosen_name, new.given_name || ' ' || new.family_name, new.identifier, new.social_worker);
    END
    """,
    """
    CREATE TRIGGER child_search_gone AFTER DELETE ON child BEGIN
        DELETE FROM child_search WHERE rowid = old.rowid;
    END
    """,
)


def apply(connection: Connection) -> None:
    """Make every table, index and trigger."""
    for statement in (*TABLES, *SEARCH):
        connection.execute(statement)
