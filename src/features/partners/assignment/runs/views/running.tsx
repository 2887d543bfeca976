import { Section } from '../../../../../ui/text/headings.tsx'
import type { SessionRequest } from '../../call.ts'
import { paths } from '../../paths.ts'
import type { Run } from '../run.ts'

/** How far an assignment is; the page renews itself. */
export function Running({ asked, run }: { asked: SessionRequest; run: Run }) {
  const { reader, network, event } = asked
  const { t } = reader
  const phase = run.phase ?? 'waiting'
  return (
    <Section id="progress" title={t('partners.assignment.progress')}>
      <p role="status">
        {t(`partners.assignment.phase.${phase}`)}
        {run.total > 0 ? ` · ${t('partners.assignment.doneOf', { done: run.done, total: run.total })}` : ''}
      </p>
      {run.total > 0 ? (
        <p>
          <progress value={run.done} max={run.total} aria-label={t('partners.assignment.progress')} />
        </p>
      ) : null}
      <p class="quiet">{t('partners.assignment.progressHint')}</p>
      <form
        method="post"
        action={`/${reader.language}/${network.slug}/agenda/${event.slug}/meetings/runs/${run.number}/ending`}
      >
        <p>
          <button type="submit" class="button">
            {t('partners.assignment.endRun')}
          </button>{' '}
          <a href={paths.run(reader, network.slug, event.slug, run.number)}>
            {t('partners.assignment.reload')}
          </a>
        </p>
      </form>
    </Section>
  )
}
