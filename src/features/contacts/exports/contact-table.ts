import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { countryName } from '../../directory/index.ts'
import type { Post } from '../posts/queries.ts'
import { nameWords } from '../views/name-words.ts'
import { vacancyWords } from '../views/vacancy-words.tsx'

/** The columns of the table, in the reader’s language. */
export function contactHeader({ t }: Reader): string[] {
  return [
    t('contacts.export.country'),
    t('contacts.field.organisation'),
    t('contacts.field.function'),
    t('contacts.field.kind'),
    t('contacts.field.name'),
    t('contacts.field.salutation'),
    t('contacts.field.languages'),
    t('contacts.field.email'),
    t('contacts.field.telephone'),
    t('contacts.field.confirmed'),
    t('contacts.field.retention'),
  ]
}

/** A post as a row; what the reader may not see stays empty. */
export function contactRow(reader: Reader, post: Post): string[] {
  const { holder, organisation } = post
  return [
    countryName(reader, organisation.country),
    chooseName(organisation.name, reader.language).text,
    chooseText(post.function, reader.language)?.text ?? '',
    reader.t(`contacts.kind.${post.kind}`),
    holder === null ? vacancyWords(reader, post) : nameWords(reader, holder.name),
    holder?.salutation[reader.language] ?? '',
    holder?.languages.join(' ') ?? '',
    holder?.email ?? '',
    holder?.telephone ?? '',
    holder?.confirmedAt.toISOString().slice(0, 10) ?? '',
    holder?.retentionUntil ?? '',
  ]
}
