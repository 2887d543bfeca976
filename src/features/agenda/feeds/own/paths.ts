import type { Reader } from '../../../../platform/i18n/reader.ts'

type Speaking = Pick<Reader, 'interfaceLanguage'>

/** Addresses of the feeds that a person made for their own calendar. */
export const ownFeedPaths = {
  feed: (secret: string) => `/feeds/${secret}.ics`,
  account: ({ interfaceLanguage }: Speaking) => `/${interfaceLanguage}/account#feeds`,
  renewal: ({ interfaceLanguage }: Speaking, id: string) =>
    `/${interfaceLanguage}/account/feeds/${id}/renewal`,
  end: ({ interfaceLanguage }: Speaking, id: string) => `/${interfaceLanguage}/account/feeds/${id}/end`,
}
