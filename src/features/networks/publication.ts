/** When what members change in their own records is published: as they save it, or once a coordinator has looked at it. */
export const publications = ['at_once', 'after_review'] as const
export type Publication = (typeof publications)[number]
