-- AlterTable
ALTER TABLE "audit_events" ADD COLUMN     "ip" TEXT,
ADD COLUMN     "user_agent" TEXT;

-- CreateIndex
CREATE INDEX "audit_events_at_idx" ON "audit_events"("at");

-- What is recorded is still changed by nobody. It is removed by the sweep alone, and only what is older than 30 days
-- whatever the sweep is told, so that nobody wipes their traces through it. \x3b stands for the semicolon at which the
-- engine that applies this file would end the statement.
DROP TRIGGER "audit_events_append_only" ON "audit_events";

CREATE TRIGGER "audit_events_append_only"
BEFORE UPDATE OR TRUNCATE ON "audit_events"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_audit_events"();

CREATE FUNCTION "refuse_removal_of_audit_event"()
RETURNS trigger
LANGUAGE plpgsql
AS E'BEGIN
  IF current_setting(''threadr.audit_sweep'', true) = ''on'' AND OLD.at < now() - interval ''30 days'' THEN RETURN OLD\x3b END IF\x3b
  RAISE EXCEPTION ''audit_events are never changed nor removed'' USING ERRCODE = ''insufficient_privilege''\x3b
END';

CREATE TRIGGER "audit_events_never_removed"
BEFORE DELETE ON "audit_events"
FOR EACH ROW EXECUTE FUNCTION "refuse_removal_of_audit_event"();

-- Runs with the rights of who calls it, and the web process' role may not delete.
CREATE FUNCTION "sweep_audit_events"("keep_days" int, "most" int)
RETURNS int
LANGUAGE plpgsql
AS E'DECLARE swept int\x3b
BEGIN
  PERFORM set_config(''threadr.audit_sweep'', ''on'', true)\x3b
  DELETE FROM audit_events WHERE id IN (
    SELECT id FROM audit_events WHERE at < now() - greatest(keep_days, 30) * interval ''1 day'' ORDER BY at LIMIT most
  )\x3b
  GET DIAGNOSTICS swept = ROW_COUNT\x3b
  PERFORM set_config(''threadr.audit_sweep'', ''off'', true)\x3b
  RETURN swept\x3b
END';
REVOKE ALL ON FUNCTION "sweep_audit_events"(int, int) FROM PUBLIC;
