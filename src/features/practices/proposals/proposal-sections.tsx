import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { SourcePassage } from '../../../ui/evidence/source-passage.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { shortNames } from '../../directory/index.ts'
import { registryPaths } from '../../registry/index.ts'
import { paths } from '../paths.ts'
import type { Practice } from '../sheets/queries.ts'
import { type Intention, isToDecide, type ToldEvidence } from './queries.ts'

interface EvidenceProps {
  network: string
  evidence: readonly ToldEvidence[]
}

/** The sentences on which something rests, each with the way to its place in the source. */
function Sentences({ network, evidence }: EvidenceProps) {
  const reader = useReader()
  return (
    <>
      {evidence.map(({ evidenceId, source, words }) => (
        <SourcePassage
          key={evidenceId}
          language={source.language}
          text={words}
          source={chooseText(source.title, reader.language)?.text ?? source.slug}
          href={registryPaths.quoted(reader, network, source.slug, evidenceId)}
        />
      ))}
    </>
  )
}

/** From which sentences a sheet was drafted, and the way for its holder to decide on it. */
export function ToldSection({
  network,
  evidence,
  practice,
  speaksFor,
}: EvidenceProps & { practice: Practice; speaksFor: boolean }) {
  const reader = useReader()
  const { t } = reader
  if (evidence.length === 0) return null
  const refusedFor = evidence.find((each) => each.refusedFor !== '')?.refusedFor
  return (
    <Section id="told" title={t('practices.proposal.told')}>
      <Sentences network={network} evidence={evidence} />
      {refusedFor && speaksFor ? <p>{t('practices.proposal.refusedFor', { reason: refusedFor })}</p> : null}
      {speaksFor && isToDecide(practice, evidence) ? (
        <p>
          <a class="button primary" href={paths.practice(reader, network, practice.slug, '/proposal')}>
            {t('practices.proposal.decide')}
          </a>
        </p>
      ) : null}
    </Section>
  )
}

/** What texts ask for without telling a practice: questions, intentions, and needs that no sheet answers. */
export function AskedSection({ network, intentions }: { network: string; intentions: readonly Intention[] }) {
  const reader = useReader()
  const { t, language } = reader
  if (intentions.length === 0) return null
  // One sentence may ask for several things of one kind: it is quoted once.
  const bySentence = Map.groupBy(intentions, ({ kind, holder, evidence }) =>
    [kind, holder?.id, ...evidence.map(({ source, words }) => `${source.slug} ${words}`)].join(' '),
  )
  return (
    <Section id="asked" title={t('practices.asked.title')}>
      <EntryList
        entries={[...bySentence.values()].flatMap(([first, ...others]) => {
          if (first === undefined) return []
          const { id, kind, holder, partners, evidence } = first
          const themes = [first, ...others].flatMap((each) => each.themes)
          const bodies = [...(holder ? [holder] : []), ...partners]
          const names = bodies.map((body) => chooseName(shortNames(body), language).text).join(' – ')
          return {
            key: id,
            title: capitalized(themes.map((theme) => t(`networks.theme.${theme}`)).join(', '), language),
            meta: [t(`practices.asked.${kind}`), names].filter(Boolean).join(' · '),
            body: <Sentences network={network} evidence={evidence} />,
          }
        })}
      />
    </Section>
  )
}
