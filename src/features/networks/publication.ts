/** When members’ changes in their own records are published: as they save them, or once a coordinator has reviewed them. */
export const publications = ['at_once', 'after_review'] as const
export type Publication = (typeof publications)[number]
