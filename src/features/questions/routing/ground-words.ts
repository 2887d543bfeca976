import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { shortNames } from '../../directory/index.ts'
import type { Question } from '../questions/question.ts'
import type { AskedPeer } from './world.queries.ts'

/** Why somebody is asked, in a sentence for them and for the asker: by their post, never by their name. */
export function groundWords(
  reader: Reader,
  { trade, themes }: Pick<Question, 'trade' | 'themes'>,
  { ground, organisation, post }: Pick<AskedPeer, 'ground' | 'organisation' | 'post'>,
): string {
  const { t } = reader
  return t(`questions.ground.${ground}`, {
    organisation: chooseName(shortNames(organisation), reader.language).text,
    post: post === null ? '' : (chooseText(post.function, reader.language)?.text ?? ''),
    trade: trade === null ? '' : t(`contacts.trade.${trade}`),
    themes: themes.map((theme) => t(`networks.theme.${theme}`)).join(', '),
  })
}
