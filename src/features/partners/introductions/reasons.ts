/** Why an authority declines talks. */
export const refusalReasons = ['competence', 'size', 'calendar', 'budget', 'priority', 'other'] as const
export type RefusalReason = (typeof refusalReasons)[number]
