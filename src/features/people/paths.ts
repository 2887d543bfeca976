import { addressFor, type Reader, withParameters } from '../../platform/i18n/reader.ts'

/** Addresses of this feature’s pages, by the language in which they are read. */
export const paths = {
  signIn: (language: string, next?: string | null) =>
    withParameters(`/${language}/sign-in`, { next: next ?? undefined }),
  signInAgain: (language: string, next: string) => withParameters(`/${language}/sign-in/again`, { next }),
  link: (language: string, token: string, next?: string | null) =>
    withParameters(`/${language}/sign-in/link`, { token, next: next ?? undefined }),
  useLink: (language: string) => `/${language}/sign-in/link`,
  signOut: (language: string) => `/${language}/sign-out`,
  account: (language: string) => `/${language}/account`,
  profile: (language: string) => `/${language}/account/profile`,
  /** The address to return to after a guarded section has asked for a sign-in. */
  guarded: (language: string, section: string) =>
    section === 'erasure' ? `/${language}/account/data#erasure` : `/${language}/account#${section}`,
  changeAddress: (language: string) => `/${language}/account/address`,
  newAddress: (language: string, token: string) => withParameters(`/${language}/account/address`, { token }),
  useNewAddress: (language: string) => `/${language}/account/address/confirmation`,
  oldAddress: (language: string, token: string) =>
    withParameters(`/${language}/account/address/restoration`, { token }),
  restoreAddress: (language: string) => `/${language}/account/address/restoration`,
  ownRoleEnd: (language: string, id: string) => `/${language}/account/roles/${id}/end`,
  sessionEnd: (language: string, id: string) => `/${language}/account/sessions/${id}/end`,
  otherSessionsEnd: (language: string) => `/${language}/account/other-sessions/end`,
  passkeys: (language: string) => `/${language}/account/passkeys`,
  passkeyChallenge: (language: string) => `/${language}/account/passkeys/challenge`,
  passkeyName: (language: string, id: string) => `/${language}/account/passkeys/${id}/name`,
  passkeyRemoval: (language: string, id: string) => `/${language}/account/passkeys/${id}/removal`,
  tokens: (language: string) => `/${language}/account/tokens`,
  tokenEnd: (language: string, id: string) => `/${language}/account/tokens/${id}/end`,
  signInByPasskey: (language: string) => `/${language}/sign-in/passkey`,
  signInChallenge: (language: string) => `/${language}/sign-in/passkey/challenge`,
  signInWith: (language: string, provider: string, next?: string | null) =>
    withParameters(`/${language}/sign-in/with/${provider}`, { next: next ?? undefined }),
  invitation: (language: string, token: string) => `/${language}/invitation/${token}`,
  people: (reader: Reader, network: string, parameters: { joining?: string[] } = {}) =>
    addressFor(reader, `/${network}/people`, parameters),
  invitations: (reader: Reader, network: string) => addressFor(reader, `/${network}/people/invitations`),
  renewal: (reader: Reader, network: string, id: string) =>
    addressFor(reader, `/${network}/people/invitations/${id}/renewal`),
  withdrawal: (reader: Reader, network: string, id: string) =>
    addressFor(reader, `/${network}/people/invitations/${id}/withdrawal`),
  roleEnd: (reader: Reader, network: string, id: string) =>
    addressFor(reader, `/${network}/people/roles/${id}/end`),
  chair: (reader: Reader, network: string) => addressFor(reader, `/${network}/people/chair`),
} as const
