/** How often something may be tried in so many minutes. */
export interface Limit {
  kind: string
  most: number
  minutes: number
}

/** Links that one account may be sent: counted for the address typed in, so that it tells nothing about accounts. */
export const linksAnAddress: Limit = { kind: 'link-to', most: 5, minutes: 15 }

/** Links that may be asked for from one place. */
export const linksAPlace: Limit = { kind: 'link-from', most: 20, minutes: 60 }

/** Tokens that do not exist, from one place: see `countUnknown`. */
export const wrongTokens: Limit = { kind: 'wrong-token', most: 30, minutes: 60 }

/** API tokens that are not valid, from one place. */
export const wrongApiTokens: Limit = { kind: 'wrong-api-token', most: 30, minutes: 60 }
