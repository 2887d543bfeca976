import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { paths } from '../paths.ts'
import { markOfIssue } from '../same.ts'
import type { DraftPageProps } from './draft-page.tsx'

/** How a letter goes on: approved, published, opened again, put aside. */
export function ApprovalSection({ network, issue, mayApprove, ...rest }: DraftPageProps) {
  const reader = useReader()
  const { needsSecond, hindrances } = rest
  const { t } = reader
  const action = paths.draft(reader, network.slug, 'state')
  const hidden = (
    <>
      <input type="hidden" name="issue" value={issue.id} />
      <input type="hidden" name="seen" value={markOfIssue(issue)} />
    </>
  )
  if (issue.state === 'approved' && !mayApprove)
    return (
      <Section id="approval" title={t('newsletter.issues.publication')}>
        <p>{t('newsletter.issues.publishedByOthers')}</p>
      </Section>
    )
  if (issue.state === 'approved')
    return (
      <Section id="approval" title={t('newsletter.issues.publication')}>
        <p>{t('newsletter.issues.publicationLead')}</p>
        <p>
          <a class="button primary" href={paths.draft(reader, network.slug, 'sending')}>
            {t('newsletter.sending.plan')}
          </a>
        </p>
        <form method="post" action={action} class="form">
          {hidden}
          <p class="form-end">
            <button type="submit" class="button" name="action" value="publish">
              {t('newsletter.issues.publish')}
            </button>{' '}
            <button type="submit" class="button" name="action" value="reopen">
              {t('newsletter.issues.reopen')}
            </button>
          </p>
        </form>
      </Section>
    )
  return (
    <>
      <Section id="approval" title={t('newsletter.issues.approval')}>
        <p>{t(needsSecond ? 'newsletter.issues.approvalBySecond' : 'newsletter.issues.approvalLead')}</p>
        {mayApprove ? null : <p>{t('newsletter.issues.approvedByOthers')}</p>}
        {hindrances.length > 0 ? (
          <ul>
            {hindrances.map((hindrance) => (
              <li key={hindrance}>{t(`newsletter.issues.hindrance.${hindrance}`)}</li>
            ))}
          </ul>
        ) : mayApprove ? (
          <form method="post" action={action} class="form">
            {hidden}
            <button type="submit" class="button primary" name="action" value="approve">
              {t('newsletter.issues.approve')}
            </button>
          </form>
        ) : null}
      </Section>
      <Section id="discard" title={t('newsletter.issues.discardTitle')}>
        <p>{t('newsletter.issues.discardLead')}</p>
        <form method="post" action={action} class="form">
          {hidden}
          <button type="submit" class="button" name="action" value="discard">
            {t('newsletter.issues.discard')}
          </button>
        </form>
      </Section>
    </>
  )
}
