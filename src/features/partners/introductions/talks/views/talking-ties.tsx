import { useReader } from '../../../../../ui/reader.tsx'
import { paths } from '../../paths.ts'
import { tieWords } from '../../ties/tie-words.ts'
import type { TalksPageProps } from './talks-page.tsx'

/** What two authorities that talk have already: nobody takes old partners for new ones. */
export function TalkingTies({ network, introduction, ties }: TalksPageProps) {
  const reader = useReader()
  const { t } = reader
  const before = ties.filter(({ id }) => introduction.opensAs === null || id !== introduction.cooperation?.id)
  if (before.length === 0) return null
  return (
    <p class="talks-ties">
      {t('partners.introduction.tied', { count: before.length })}{' '}
      {before.map((tie, index) => (
        <>
          {index > 0 ? ', ' : ''}
          <a key={tie.id} href={paths.cooperation(reader, network.slug, tie.slug)}>
            {tieWords(reader, network, tie)}
          </a>
        </>
      ))}
    </p>
  )
}
