import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { paths } from '../../paths.ts'
import type { lookUpRemovedPoint, Point } from '../queries.ts'
import { pointWords } from './agenda-list.tsx'
import { PointFields } from './point-fields.tsx'

interface AgendaPageProps {
  network: string
  slug: string
  languages: readonly string[]
  points: readonly Point[]
  /** The point that was just taken away. */
  removed: Awaited<ReturnType<typeof lookUpRemovedPoint>>
  /** The point that was just moved: its button keeps the focus. */
  moved: string | null
  /** Of one more point. */
  form: FormState
}

/** The agenda for those who set it: points in order, each with its buttons, and one more to add. */
export function AgendaPage({ network, slug, languages, points, removed, moved, form }: AgendaPageProps) {
  const reader = useReader()
  const { t } = reader
  const address = paths.step(reader, network, slug, 'agenda')
  return (
    <>
      {removed ? (
        <Notice kind="done" live>
          <form method="post" action={`${address}/changes`}>
            {t('minutes.agenda.removed', { title: chooseText(removed.title, reader.language)?.text ?? '' })}{' '}
            <button class="button" type="submit" name="restore" value={removed.id}>
              {t('minutes.agenda.restore')}
            </button>
          </form>
        </Notice>
      ) : null}
      {points.length === 0 ? (
        <EmptyState title={t('minutes.agenda.emptyTitle')} why={t('minutes.agenda.emptyWhy')} />
      ) : (
        <form method="post" action={`${address}/changes`}>
          <ol class="entries agenda-points">
            {points.map((point, index) => (
              <li key={point.id} id={`p-${point.id}`}>
                <p class="entry-title">
                  <a href={`${address}/${point.id}`}>
                    <Passage text={point.title} as="span" tags={false} />
                  </a>
                </p>
                <p class="entry-meta">{pointWords(reader, point)}</p>
                <p class="part-actions">
                  <Move point={point} kind="up" isIdle={index === 0} hasFocus={moved === point.id} />
                  <Move
                    point={point}
                    kind="down"
                    isIdle={index === points.length - 1}
                    hasFocus={moved === point.id && index === 0}
                  />
                  <Move point={point} kind="remove" isIdle={false} hasFocus={false} />
                </p>
              </li>
            ))}
          </ol>
        </form>
      )}
      <Section id="add" title={t('minutes.agenda.add')}>
        <Form action={address} form={form} submit={t('minutes.agenda.add')}>
          <PointFields languages={languages} text={{}} />
        </Form>
      </Section>
    </>
  )
}

interface MoveProps {
  point: Point
  kind: 'up' | 'down' | 'remove'
  isIdle: boolean
  hasFocus: boolean
}

function Move({ point, kind, isIdle, hasFocus }: MoveProps) {
  const reader = useReader()
  if (isIdle) return null
  return (
    <button class="button" type="submit" name={kind} value={point.id} autofocus={hasFocus}>
      {reader.t(`ui.parts.${kind}`)}
      <span class="visually-hidden"> ({chooseText(point.title, reader.language)?.text})</span>
    </button>
  )
}
