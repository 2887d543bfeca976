import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import type { SessionRequest } from '../../call.ts'
import { paths } from '../../paths.ts'
import type { Run } from '../run.ts'
import type { RunResult } from './run-page.tsx'

/** What publishing an assignment would change of what was told, and the button for it. */
export function Publishing({ asked, run, result }: { asked: SessionRequest; run: Run; result: RunResult }) {
  const { reader, network, event, ground } = asked
  const { t } = reader
  const { difference, isLast } = result
  if (!isLast) {
    return (
      <Notice>
        <p>{t('partners.assignment.notLast')}</p>
      </Notice>
    )
  }
  if (result.isInTheWay) {
    const { isEventCancelled, isEventHidden } = ground.session
    const key = isEventCancelled ? 'cancelled' : isEventHidden ? 'hidden' : 'moved'
    return (
      <Notice kind="warning">
        <p>
          {t(`partners.assignment.unpublishable.${key}`)}{' '}
          <a href={paths.session(reader, network.slug, event.slug)}>{t('partners.assignment.title')}</a>
        </p>
      </Notice>
    )
  }
  const { added, moved, cancelled, unchanged } = difference
  const isSame = added.length + moved.length + cancelled.length === 0
  return (
    <Section id="publication" title={t('partners.assignment.publication')}>
      {ground.session.publishedAt === null ? (
        <p>{t('partners.assignment.firstPublication', { count: added.length })}</p>
      ) : isSame ? (
        <p>{t('partners.assignment.nothingToPublish')}</p>
      ) : (
        <div class="prose">
          <ul>
            <li>{t('partners.assignment.wouldAdd', { count: added.length })}</li>
            <li>{t('partners.assignment.wouldMove', { count: moved.length })}</li>
            <li>{t('partners.assignment.wouldCancel', { count: cancelled.length })}</li>
            <li>{t('partners.assignment.wouldLeave', { count: unchanged.length })}</li>
          </ul>
        </div>
      )}
      {isSame ? null : (
        <form
          method="post"
          action={`/${reader.language}/${network.slug}/agenda/${event.slug}/meetings/runs/${run.number}/publication`}
        >
          <p class="quiet">{t('partners.assignment.publishHint')}</p>
          <p class="form-actions">
            <button type="submit" class="button primary">
              {t('partners.assignment.publish')}
            </button>
          </p>
        </form>
      )}
    </Section>
  )
}
