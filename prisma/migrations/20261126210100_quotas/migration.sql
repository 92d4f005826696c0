-- CreateTable
CREATE TABLE "quota_usage" (
    "subject" TEXT NOT NULL,
    "period" DATE NOT NULL,
    "used" INTEGER NOT NULL,

    CONSTRAINT "quota_usage_pkey" PRIMARY KEY ("subject","period")
);

-- CreateTable
CREATE TABLE "quota_charges" (
    "thread_id" UUID NOT NULL,
    "subjects" TEXT[],
    "period" DATE NOT NULL,
    "given_back_at" TIMESTAMPTZ(3),

    CONSTRAINT "quota_charges_pkey" PRIMARY KEY ("thread_id")
);

-- CreateIndex
CREATE INDEX "quota_usage_period_idx" ON "quota_usage"("period");

-- AddForeignKey
ALTER TABLE "quota_charges" ADD CONSTRAINT "quota_charges_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "quota_usage" ADD CONSTRAINT "quota_usage_used_check" CHECK ("used" >= 0);
