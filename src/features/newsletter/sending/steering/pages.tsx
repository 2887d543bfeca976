import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { drawNetworkPage, goOn } from '../../../networks/index.ts'
import { readSendingRequest, type SendingRequest } from '../call.ts'
import { prepareAgain } from '../commands.ts'
import { paths } from '../paths.ts'
import { countOf, type SendingReport } from '../report.ts'
import { findReport } from '../reports.queries.ts'
import type { Sending } from '../sending.ts'
import { sendingTitle } from '../views/sending-title.ts'
import { cancelSending, pauseSending, resumeSending } from './commands.ts'
import { type Step, steps, stepsOf } from './step.ts'

const place = '/:language/:network/newsletter/sendings/:sending/steps/:step'

/** Pauses, resumes or ends a sending. First shows what has left and what has not. */
export function addSteeringRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get(place, readSendingRequest, async (asked) => {
    const { request, reply, reader, network, writing, sending } = asked
    const step = stepIn(request.params)
    // Another coordinator was faster, or everything has left.
    if (!stepsOf(sending).includes(step)) return goOn(reply, late(asked))
    const report = await findReport(writing, sending)
    return drawNetworkPage(asked, {
      title: reader.t(`newsletter.sending.step.${step}`),
      description: reader.t(`newsletter.sending.step.${step}`),
      path: `/newsletter/sendings/${sending.id}/steps/${step}`,
      noindex: true,
      children: <StepPage network={network.slug} sending={sending} step={step} report={report} />,
    })
  })
  pages.post(place, readSendingRequest, async (asked) => {
    const { request, reply, reader, network, sending } = asked
    const step = stepIn(request.params)
    const isDone = stepsOf(sending).includes(step) && (await take(application, asked, step))
    return goOn(reply, isDone ? paths.sending(reader, network.slug, sending.id, { done: step }) : late(asked))
  })
}

function stepIn(parameters: unknown): Step {
  const name = parameterOf(parameters, 'step')
  return steps.find((step) => step === name) ?? notFound(name)
}

const late = ({ reader, network, sending }: SendingRequest) =>
  paths.sending(reader, network.slug, sending.id, { done: 'late' })

async function take(
  application: Application,
  { writing, sending }: SendingRequest,
  step: Step,
): Promise<boolean> {
  switch (step) {
    case 'pause':
      return pauseSending(writing, sending)
    case 'resume':
      return resumeSending(writing, sending)
    case 'cancel':
      return cancelSending(writing, sending)
    case 'again':
      await prepareAgain(application, writing, sending)
      return true
  }
}

interface StepPageProps {
  network: string
  sending: Sending
  step: Step
  report: SendingReport
}

/** What has left and what has not, shown before a sending is paused, resumed or ended. */
function StepPage({ network, sending, step, report }: StepPageProps) {
  const reader = useReader()
  const { t } = reader
  const back = paths.sending(reader, network, sending.id)
  return (
    <>
      <PageHeading
        kicker={<a href={back}>{sendingTitle(reader, sending)}</a>}
        lead={t(`newsletter.sending.stepLead.${step}`)}
      >
        {t(`newsletter.sending.step.${step}`)}
      </PageHeading>
      {sending.preparedAt === null ? (
        <p>{t('newsletter.sending.nothingLeft')}</p>
      ) : (
        <p>
          {t('newsletter.sending.leftSoFar', {
            sent: countOf(report, 'sent'),
            waiting: countOf(report, 'waiting'),
          })}
        </p>
      )}
      {sending.preparedAt !== null && (step === 'pause' || step === 'cancel') ? (
        <p>{t('newsletter.sending.inHand')}</p>
      ) : null}
      <form method="post" action={paths.step(reader, network, sending.id, step)} class="form">
        <p class="form-end">
          <button type="submit" class="button primary">
            {t(`newsletter.sending.step.${step}`)}
          </button>{' '}
          <a href={back}>{t('newsletter.sending.back')}</a>
        </p>
      </form>
    </>
  )
}
