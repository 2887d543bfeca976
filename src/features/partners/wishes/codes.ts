/** Codes of wishes; their words are in the message files. */
export const wishKinds = ['search', 'offer'] as const
export type WishKind = (typeof wishKinds)[number]

/** Who reads a wish: everybody, or the people of the network. */
export const visibilities = ['public', 'network'] as const
export type Visibility = (typeof visibilities)[number]

/** The same with `withdrawn`: whoever may change it, and nobody else. */
export const publications = [...visibilities, 'withdrawn'] as const
