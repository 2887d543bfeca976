import type { NetworkPart } from '../../../../platform/http/network-part.ts'
import { Section } from '../../../../ui/text/headings.tsx'
import { paths } from '../paths.ts'
import { listRead } from '../queries.ts'
import { LetterEntries } from './issues-page.tsx'

/** The latest letter, on the first page of a network. */
export const latestLetter: NetworkPart = {
  place: 'home.latest',
  render: async ({ context, reader, network }) => {
    const letters = await listRead(context, network.id, { before: null, limit: 1 })
    if (letters.length === 0) return null
    return (
      <Section id="letter" title={reader.t('newsletter.issues.latest')}>
        <LetterEntries network={network.slug} letters={letters} />
        <p class="pending-more">
          <a href={paths.list(reader, network.slug)}>{reader.t('newsletter.issues.allLetters')}</a>
        </p>
      </Section>
    )
  },
}
