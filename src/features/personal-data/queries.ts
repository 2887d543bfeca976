import type { Context } from '../../platform/context/context.ts'
import type { Application } from '../../platform/http/application.ts'
import type { CollectedData, DataSubject, Hindrance } from '../../platform/personal-data/personal-data.ts'

type Services = Pick<Application, 'personalData'>

/** All data about a person, feature by feature. */
export async function listData(
  { personalData }: Services,
  context: Context,
  subject: DataSubject,
): Promise<CollectedData[]> {
  const all: CollectedData[] = []
  for (const keeper of personalData) all.push(...(await keeper.collect(context, subject)))
  return all
}

/** Why a person’s data cannot be erased now; empty if they can. */
export async function listHindrances(
  { personalData }: Services,
  context: Context,
  subject: DataSubject,
): Promise<Hindrance[]> {
  const all: Hindrance[] = []
  for (const keeper of personalData) all.push(...((await keeper.hinder?.(context, subject)) ?? []))
  return all
}
