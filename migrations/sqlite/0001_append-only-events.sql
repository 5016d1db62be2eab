-- The audit only grows: a row that was written stays as it is.
CREATE TRIGGER `event_no_update` BEFORE UPDATE ON `event` BEGIN
	SELECT RAISE(ABORT, 'event is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `event_no_delete` BEFORE DELETE ON `event` BEGIN
	SELECT RAISE(ABORT, 'event is append-only');
END;
