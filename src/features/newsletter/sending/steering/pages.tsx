import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { redirectAfterPost, renderNetworkPage } from '../../../networks/index.ts'
import { prepareAgain } from '../commands.ts'
import { paths } from '../paths.ts'
import { findReport } from '../queries.ts'
import { loadSendingRequest, type SendingRequest } from '../request.ts'
import { countOf, type Sending, type SendingReport, sendingTitle } from '../sending.ts'
import { cancelSending, pauseSending, resumeSending } from './commands.ts'
import { type Step, steps, stepsOf } from './step.ts'

const place = '/:language/:network/newsletter/sendings/:sending/steps/:step'

/** Pauses, resumes or ends a sending. First shows what has left and what has not. */
export function addSteeringRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  pages.get(place, loadSendingRequest, async (visit) => {
    const { request, reply, reader, network, writing, sending } = visit
    const step = stepIn(request.params)
    // Another coordinator was faster, or everything has left.
    if (!stepsOf(sending).includes(step)) return redirectAfterPost(reply, late(visit))
    const report = await findReport(writing, sending)
    return renderNetworkPage(visit, {
      title: reader.t(`newsletter.sending.step.${step}`),
      description: reader.t(`newsletter.sending.step.${step}`),
      path: `/newsletter/sendings/${sending.id}/steps/${step}`,
      noindex: true,
      children: <StepPage network={network.slug} sending={sending} step={step} report={report} />,
    })
  })
  pages.post(place, loadSendingRequest, async (visit) => {
    const { request, reply, reader, network, sending } = visit
    const step = stepIn(request.params)
    const isDone = stepsOf(sending).includes(step) && (await take(application, visit, step))
    return redirectAfterPost(
      reply,
      isDone ? paths.sending(reader, network.slug, sending.id, { done: step }) : late(visit),
    )
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
