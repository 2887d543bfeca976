import type { Letter } from '../../../../../platform/letters/letter.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../../ui/text/language-attributes.ts'
import type { Network } from '../../../../networks/index.ts'
import type { Count } from '../../../counting/queries.ts'
import { CountsSection } from '../../../counting/views/counts-section.tsx'
import { paths as sendingPaths } from '../../../sending/paths.ts'
import { paths as subscriberPaths } from '../../../subscribers/paths.ts'
import { gapsIn } from '../../gaps.ts'
import type { PublishedIssue } from '../../issue.ts'
import { paths } from '../../paths.ts'
import { LetterBody } from './letter-body.tsx'

interface IssuePageProps {
  network: Network
  issue: PublishedIssue
  letter: Letter
  /** What editors see besides. */
  editing: { counts: readonly Count[] } | null
}

/** A letter as it was published; one that was withdrawn is shown to its editors alone. */
export function IssuePage({ network, issue, letter, editing }: IssuePageProps) {
  const reader = useReader()
  const { t } = reader
  const isWithdrawn = issue.state === 'withdrawn'
  const isUnreviewed = gapsIn(issue, reader.interfaceLanguage).some(({ state }) => state !== 'other')
  const list = <a href={paths.list(reader, network.slug)}>{t('newsletter.issues.title')}</a>
  if (isWithdrawn && !editing)
    return (
      <PageHeading kicker={list} lead={t('newsletter.issues.withdrawnWhy')}>
        {letter.heading}
      </PageHeading>
    )
  return (
    <>
      {isWithdrawn ? <Notice kind="warning">{t('newsletter.issues.withdrawnForEditors')}</Notice> : null}
      <PageHeading
        kicker={
          <>
            {list} – {letter.heading}
          </>
        }
        actions={
          <>
            <a href={paths.pdf(reader, network.slug, issue.number)}>{t('newsletter.issues.pdf')}</a>
            <a href={subscriberPaths.subscribe(reader, network.slug)}>
              {t('newsletter.subscribers.subscribe')}
            </a>
          </>
        }
      >
        <span {...languageAttributes(reader, letter.title.language)}>{letter.title.text}</span>
        {letter.title.mark ? <span class="tag">{letter.title.mark}</span> : null}
      </PageHeading>
      {isUnreviewed ? <p class="entry-meta">{t('newsletter.issues.unreviewed')}</p> : null}
      <LetterBody letter={letter} />
      {editing ? <CountsSection counts={editing.counts} /> : null}
      {editing ? (
        <Section id="state" title={t('newsletter.issues.work')}>
          {isWithdrawn ? null : (
            <p>
              <a class="button" href={sendingPaths.plan(reader, network.slug, issue.number)}>
                {t('newsletter.sending.ofIssue')}
              </a>
            </p>
          )}
          <form
            method="post"
            action={`/${reader.language}/${network.slug}/newsletter/${issue.number}/state`}
            class="form"
          >
            <p>{t(isWithdrawn ? 'newsletter.issues.restoreLead' : 'newsletter.issues.withdrawLead')}</p>
            <p class="form-end">
              <button type="submit" class="button" name="action" value={isWithdrawn ? 'restore' : 'withdraw'}>
                {t(isWithdrawn ? 'newsletter.issues.restore' : 'newsletter.issues.withdraw')}
              </button>
            </p>
          </form>
        </Section>
      ) : null}
    </>
  )
}
