/** Codes of wishes; their words are in the message files. */
export const wishKinds = ['search', 'offer'] as const
export type WishKind = (typeof wishKinds)[number]

/** Who reads a wish: everybody, or the people of the network. */
export const visibilities = ['public', 'network'] as const
export type Visibility = (typeof visibilities)[number]

/** The visibilities and `withdrawn`: only people who may change it read it then. */
export const publications = [...visibilities, 'withdrawn'] as const
