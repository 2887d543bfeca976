import { numberFormatter } from '../../../../platform/i18n/formatters.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { momentWords } from '../../../../ui/text/moment.tsx'
import { paths } from '../paths.ts'
import type { SessionRequest } from '../request.ts'
import { type Run, silenceOf } from './run.ts'

interface RunningProps {
  visit: SessionRequest
  run: Run
  isKeptStill: boolean
}

/** The progress of an assignment, and what to do when it is silent; the page renews itself unless it is kept still. */
export function Running({ visit, run, isKeptStill }: RunningProps) {
  const { reader, network, event, writing } = visit
  const { t } = reader
  const silence = silenceOf(run, writing.clock.now())
  const address = (parameters = {}) => paths.run(reader, network.slug, event.slug, run.number, parameters)
  return (
    <Section id="progress" title={t('partners.assignment.progress')}>
      <p role="status">
        {t(`partners.assignment.phase.${run.phase ?? 'waiting'}`)}
        {run.total > 0 ? ` · ${shareOf(visit, run)}` : ''}
      </p>
      {run.total > 0 ? (
        <p>
          <progress value={run.done} max={run.total} aria-label={t('partners.assignment.progress')} />
        </p>
      ) : null}
      {silence === null ? null : (
        <Notice kind="warning">
          <p>
            {t(`partners.assignment.silence.${silence}`, {
              moment: momentWords(reader, run.heardAt ?? run.startedAt),
            })}
          </p>
        </Notice>
      )}
      <p class="quiet">
        {t(isKeptStill ? 'partners.assignment.stillHint' : 'partners.assignment.progressHint')}
      </p>
      <form
        method="post"
        action={`/${reader.language}/${network.slug}/agenda/${event.slug}/meetings/runs/${run.number}/ending`}
      >
        <p class="form-actions">
          <button type="submit" class="button">
            {t('partners.assignment.endRun')}
          </button>{' '}
          <a class="button" href={address(isKeptStill ? { still: 'yes' } : {})}>
            {t('partners.assignment.reload')}
          </a>{' '}
          <a class="button" href={address(isKeptStill ? {} : { still: 'yes' })}>
            {t(isKeptStill ? 'partners.assignment.renew' : 'partners.assignment.keepStill')}
          </a>
        </p>
      </form>
    </Section>
  )
}

function shareOf({ reader }: SessionRequest, { done, total }: Run): string {
  const format = numberFormatter(reader.interfaceLanguage, { style: 'percent', maximumFractionDigits: 0 })
  return format.format(done / total)
}
