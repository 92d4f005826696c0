/** What somebody's plan is called; what each holds is billing's to say. */
export type PlanName = 'visitor' | 'free' | 'pro' | 'team'
