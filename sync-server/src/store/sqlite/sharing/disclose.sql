INSERT INTO disclosure (agreement_id, school_id, as_of, face, digest, staff_id, at)
VALUES (:agreement_id, :school_id, :as_of, :face, :digest, :staff_id, :at)
