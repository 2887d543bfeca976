import { readSignedId, signId } from '../../../../platform/context/signed-id.ts'

/** What a link is for: one wish until one day, so that it ends with the renewal. */
function purposeOf({ id, expiresOn }: { id: string; expiresOn: string }): string {
  return `wish-renewal ${id} ${expiresOn}`
}

/** The token by which a recipient says from their mail that a wish still holds. */
export function signRenewal(
  secret: string,
  wish: { id: string; expiresOn: string },
  personId: string,
): string {
  return signId(secret, purposeOf(wish), personId)
}

/** The recipient of a token; null once the wish was renewed, and for any other text. */
export function readRenewal(
  secret: string,
  wish: { id: string; expiresOn: string },
  token: string,
): string | null {
  return readSignedId(secret, purposeOf(wish), token)
}
