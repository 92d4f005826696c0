-- CreateTable
CREATE TABLE "newsletter_issues" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "preview" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "action_label" TEXT,
    "action_url" TEXT,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "written_to" TEXT,
    "written" INTEGER NOT NULL DEFAULT 0,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "begun_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "newsletter_issues_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "newsletter_issues_state_check" CHECK ("state" IN ('draft', 'sending', 'sent', 'stopped')),
    CONSTRAINT "newsletter_issues_action_check" CHECK (("action_label" IS NULL) = ("action_url" IS NULL))
);

-- What a job looks for each minute.
CREATE INDEX "newsletter_issues_sending" ON "newsletter_issues"("begun_at") WHERE "state" = 'sending';
