import { CopyField } from '../../../../ui/form/copy-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import type { Network } from '../../../networks/index.ts'
import type { EventFilter } from '../../events/list/filter.ts'
import { paths as eventPaths } from '../../events/paths.ts'
import { ChosenFilter } from '../../feeds/subscribing/views/chosen-filter.tsx'
import { embedPaths } from '../paths.ts'
import { type Embedded, frameSnippet, scriptSnippet } from '../snippet.ts'

interface MakingPageProps {
  network: Network
  filter: EventFilter
  embedded: Embedded
}

/** What to copy so that the agenda stands on one’s own site, each way with how it looks. */
export function MakingPage({ network, filter, embedded }: MakingPageProps) {
  const reader = useReader()
  const { t } = reader
  const { language, parameters, title, home } = embedded
  return (
    <>
      <PageHeading
        kicker={<a href={eventPaths.agenda(reader, network.slug)}>{t('agenda.list.title')}</a>}
        lead={t('agenda.embed.lead')}
      >
        {t('agenda.embed.heading')}
      </PageHeading>
      <ChosenFilter network={network} filter={filter} />
      <Section id="frame" title={t('agenda.embed.frame')}>
        <CopyField
          name="frame"
          label={t('agenda.embed.code')}
          hint={t('agenda.embed.frameHint')}
          text={frameSnippet(embedded)}
          rows={4}
        />
        <h3>{t('agenda.embed.preview')}</h3>
        <iframe
          class="embed-preview"
          src={embedPaths.page(network.slug, language, parameters)}
          title={title}
          loading="lazy"
        />
      </Section>
      <Section id="script" title={t('agenda.embed.script')}>
        <CopyField
          name="script"
          label={t('agenda.embed.code')}
          hint={t('agenda.embed.scriptHint')}
          text={scriptSnippet(embedded)}
          rows={6}
        />
        <h3>{t('agenda.embed.preview')}</h3>
        <script src={embedPaths.script} async />
        <div class="embed-preview">
          <entente-agenda network={network.slug} lang={language} level="4" {...joined(parameters)}>
            <a href={home}>{title}</a>
          </entente-agenda>
        </div>
      </Section>
    </>
  )
}

/** Parameters as attributes: several values stand in one. */
function joined(parameters: Embedded['parameters']): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value.join(' ') : value) || undefined,
    ]),
  )
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'entente-agenda': HTMLAttributes<HTMLElement> & Record<string, unknown>
    }
  }
}
