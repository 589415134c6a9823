-- By which a school's page finds its own rows, however many schools there are (tests/plans.rs).
CREATE INDEX mentor_by_school ON mentor (school_id);
CREATE INDEX staff_by_school ON staff (school_id);
CREATE INDEX indicator_by_student ON indicator (student_id);
CREATE INDEX action_item_by_meeting ON action_item (meeting_id);
CREATE INDEX student_guardian_by_guardian ON student_guardian (guardian_id);
