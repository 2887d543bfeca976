import { languageOf } from '../../../platform/i18n/country-language.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { Entry } from '../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { FewWords } from '../../../ui/table/few-words.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { shortNames } from '../../directory/index.ts'
import { paths } from '../paths.ts'
import { ageOf } from './practice.ts'
import type { Practice } from './queries.ts'

/** A sheet as lists show it. */
export function practiceEntry(reader: Reader, network: string, practice: Practice): Entry {
  const { holder } = practice
  return {
    key: practice.id,
    href: paths.practice(reader, network, practice.slug),
    title: <Passage text={practice.title} as="span" tags={false} />,
    meta: (
      <>
        <Name name={shortNames(holder)} own={languageOf(holder.country)} />
        <PracticeTags practice={practice} />
      </>
    ),
    body: <FewWords words={practice.themes.map((theme) => reader.t(`networks.theme.${theme}`))} />,
  }
}

/** What a list and a heading say of a sheet beside its title. */
export function PracticeTags({ practice }: { practice: Practice }) {
  const { t, today } = useReader()
  const { publication, endedOn, failedSaid, usedBy, confirmation } = practice
  const age = ageOf(practice, today)
  const tags =
    publication === 'published'
      ? [age === 'current' ? null : t(`practices.age.${age}`), t(`practices.confirmation.${confirmation}`)]
      : [t(`practices.publication.${publication}`)]
  if (endedOn !== null) tags.push(t('practices.tag.ended'))
  if (failedSaid === 'said') tags.push(t('practices.tag.failed'))
  if (usedBy > 0) tags.push(t('practices.tag.used', { count: usedBy }))
  return tags.filter(Boolean).map((tag) => (
    <span key={tag} class="tag">
      {tag}
    </span>
  ))
}
