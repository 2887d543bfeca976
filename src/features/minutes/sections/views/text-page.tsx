import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section as PageSection } from '../../../../ui/text/headings.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { FinalForms } from '../../final/views/final-forms.tsx'
import type { Meeting, MinutesPhase } from '../../meetings/meeting.ts'
import { paths } from '../../paths.ts'
import type { Section } from '../section.ts'
import { MinutesContents, MinutesText } from './minutes-text.tsx'

interface TextPageProps {
  network: string
  meeting: Meeting
  phase: MinutesPhase
  sections: readonly Section[]
  languages: readonly string[]
  suggestedNumber: string
  openAmendments: number
}

/** The text of minutes for those who write it: its parts in order, how it reads, and what makes it final. */
export function TextPage(props: TextPageProps) {
  const reader = useReader()
  const { network, meeting, phase, sections } = props
  const { t } = reader
  const address = paths.step(reader, network, meeting.slug, 'text')
  const isFinal = phase === 'final'
  return (
    <>
      {isFinal ? <Notice>{t('minutes.final.isFinal')}</Notice> : null}
      {sections.length === 0 ? (
        <EmptyState
          title={t('minutes.text.emptyTitle')}
          why={t('minutes.text.emptyWhy')}
          next={
            isFinal ? undefined : (
              <form method="post" action={`${address}/preparation`}>
                <button class="button primary" type="submit">
                  {t('minutes.notes.prepare')}
                </button>
              </form>
            )
          }
        />
      ) : null}
      {isFinal || sections.length === 0 ? null : <Parts address={address} sections={sections} />}
      {isFinal ? null : (
        <p class="form-end">
          <a class="button" href={`${address}/new`}>
            {t('minutes.text.add')}
          </a>{' '}
          <a class="button" href={`${address}/versions`}>
            {t('minutes.text.versions')}
          </a>
        </p>
      )}
      <FinalForms {...props} />
      {sections.length > 0 ? (
        <PageSection id="preview" title={t('minutes.text.preview')}>
          <MinutesContents sections={sections} />
          <MinutesText sections={sections} />
        </PageSection>
      ) : null}
    </>
  )
}

function Parts({ address, sections }: { address: string; sections: readonly Section[] }) {
  const reader = useReader()
  const { t } = reader
  return (
    <form method="post" action={`${address}/changes`}>
      <ol class="entries agenda-points">
        {sections.map((section, index) => (
          <li key={section.id} id={`p-${section.id}`} class={`minutes-level-${section.level}`}>
            <p class="entry-title">
              <a href={`${address}/${section.id}`}>
                <Passage text={section.title} as="span" tags={false} />
              </a>
            </p>
            <p class="part-actions">
              {(['up', 'down', 'remove'] as const).map((kind) =>
                (kind === 'up' && index === 0) ||
                (kind === 'down' && index === sections.length - 1) ? null : (
                  <button key={kind} class="button" type="submit" name={kind} value={section.id}>
                    {t(`ui.parts.${kind}`)}
                    <span class="visually-hidden"> ({chooseText(section.title, reader.language)?.text})</span>
                  </button>
                ),
              )}
            </p>
          </li>
        ))}
      </ol>
    </form>
  )
}
