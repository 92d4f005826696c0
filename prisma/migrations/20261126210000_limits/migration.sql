-- CreateTable
CREATE TABLE "limit_counts" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "limit_counts_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "limit_counts_expire_idx" ON "limit_counts"("expire");
