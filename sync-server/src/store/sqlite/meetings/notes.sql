SELECT note.lead_id, note.item AS item, note.text AS text, staff.name AS by_name, note.at AS at
FROM meeting
JOIN meeting_note AS note ON note.meeting_id = meeting.id
JOIN staff ON staff.id = note.staff_id
WHERE meeting.school_id = ?1 AND meeting.id = ?2 AND note.text IS NOT NULL
  AND note.id = (SELECT max(id) FROM meeting_note AS later
                 WHERE later.meeting_id = note.meeting_id AND later.item = note.item AND later.lead_id IS note.lead_id)
ORDER BY note.id
