import type { FastifyReply, FastifyRequest } from 'fastify'
import { ownDay } from '../../platform/context/clock.ts'
import type { Context } from '../../platform/context/context.ts'
import { callContext } from '../../platform/http/api/call-context.ts'
import { readFreshness, sayLastModified } from '../../platform/http/api/freshness.ts'
import type { Application } from '../../platform/http/application.ts'
import { WrongInput } from '../../platform/http/problems.ts'
import { notFound } from '../../platform/refusal.ts'
import { lookUpNetwork } from '../networks/index.ts'
import { checkedUntil } from './holidays/holiday.ts'

export interface AgendaCall {
  context: Context
  /** The day of the query: the one that the program names, else NOW, else that of the network, else today. */
  knownOn: string
  /** Whose added days count; null where no network is named. */
  networkId: string | null
}

interface Asked {
  request: FastifyRequest
  reply: FastifyReply
  query: { known_on?: string | undefined; network?: string | undefined }
}

/** Loads a program’s request about the calendars of countries: the day, and the network if one is named (404 if there is none). */
export async function readAgendaCall(
  application: Application,
  { request, reply, query }: Asked,
): Promise<AgendaCall> {
  const context = callContext(application, request)
  const network = query.network === undefined ? null : await lookUpNetwork(context, query.network)
  if (network === null && query.network !== undefined) notFound(query.network)
  const freshness = network === null ? checked : await readFreshness(context, network.id)
  // Without a day of its own, an answer is another one tomorrow.
  sayLastModified(reply, freshness, query.known_on ?? context.today, context.today)
  return {
    context,
    knownOn: query.known_on ?? ownDay(application, network?.opensOn),
    networkId: network?.id ?? null,
  }
}

const checked = { revision: '', changedAt: new Date(`${checkedUntil}T00:00:00Z`) }

/** Refuses a period that runs backwards or is longer than so many days. */
export function requirePeriod(from: string, to: string, mostDays: number): void {
  if (to < from)
    throw new WrongInput([{ pointer: '/to', detail: `to is ${to}, before from, which is ${from}` }])
  const days = Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days + 1
  if (days > mostDays)
    throw new WrongInput([
      { pointer: '/to', detail: `A period has at most ${mostDays} days here; this one has ${days}` },
    ])
}
