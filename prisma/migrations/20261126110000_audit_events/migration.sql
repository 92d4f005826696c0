-- CreateTable
CREATE TABLE "audit_events" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT,
    "reason_code" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_events_actor_kind_actor_id_id_idx" ON "audit_events"("actor_kind", "actor_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_events_subject_kind_subject_id_idx" ON "audit_events"("subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "audit_events_action_id_idx" ON "audit_events"("action", "id" DESC);

-- The rights of the web process keep it from changing what is recorded. The trigger keeps everybody from it, since a
-- deployment may have one role for all, and workers sign in as the owner. \x3b stands for the semicolon at which the
-- engine that applies this file would end the statement.
CREATE FUNCTION "refuse_change_of_audit_events"()
RETURNS trigger
LANGUAGE plpgsql
AS E'BEGIN RAISE EXCEPTION ''audit_events are never changed nor removed'' USING ERRCODE = ''insufficient_privilege''\x3b END';

CREATE TRIGGER "audit_events_append_only"
BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_events"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_audit_events"();
