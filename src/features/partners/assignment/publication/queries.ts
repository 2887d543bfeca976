import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { type InterfaceLanguage, interfaceLanguageFor } from '../../../../platform/i18n/languages.ts'
import type { Appointment } from './appointment.ts'

/** The announced appointments of a session, cancelled ones among them, in the order of time and tables. */
export async function listAppointments({ database }: Context, sessionId: string): Promise<Appointment[]> {
  const { rows } = await sql<Appointment>`
    select a.appointment_id as id, a.first_id as "firstId", a.second_id as "secondId", a.starts_at as "startsAt", a.ends_at as "endsAt",
      a.table_number as "table", a.interpreter, a.sequence, a.cancelled_at as "cancelledAt"
    from partners_session_appointment a where a.session_id = ${sessionId}
    order by a.starts_at, a.table_number, a.appointment_id
  `.execute(database)
  return rows
}

/** What a participant was told of an appointment, with its event and the slug of its network; null for none. */
export async function lookUpTold({ database }: Context, appointmentId: string) {
  const row = await database
    .selectFrom('partners_session_appointment as a')
    .innerJoin('partners_session as s', 's.session_id', 'a.session_id')
    .innerJoin('networks_network as n', 'n.network_id', 's.network_id')
    .select([
      'a.appointment_id as id',
      'a.first_id as firstId',
      'a.second_id as secondId',
      'a.told_at as toldAt',
    ])
    .select(['s.event_id as eventId', 'n.slug as networkSlug'])
    .where('a.appointment_id', '=', appointmentId)
    .executeTakeFirst()
  return row ?? null
}

export interface Recipient {
  participantId: string
  address: string
  name: string
  language: InterfaceLanguage
  /** Whether they have an account: pages of the network are for those alone. */
  isInside: boolean
}

/** The recipients for participants: the members of each, and the address that it gave. */
export async function listRecipients(
  { database, clock }: Context,
  networkId: string,
  participantIds: readonly string[],
): Promise<Recipient[]> {
  const now = clock.now().toString()
  const { rows } = await sql<Omit<Recipient, 'language'> & { language: string }>`
    select distinct on (found."participantId", lower(found.address)) found.*
    from (
      select p.participant_id as "participantId", person.email as address, person.name, person.language, true as "isInside"
      from partners_session_participant p
      join people_role_organisation held on held.organisation_id = p.organisation_id
      join people_role role on role.role_id = held.role_id and role.network_id = ${networkId} and role.role = 'member'
        and role.starts_at <= ${now}::timestamptz and (role.ends_at is null or role.ends_at > ${now}::timestamptz)
      join people_person person on person.id = role.person_id
      where p.participant_id = any(${[...participantIds]}::uuid[])
      union all
      select p.participant_id, p.address, p.person_name, p.language, false
      from partners_session_participant p
      where p.participant_id = any(${[...participantIds]}::uuid[]) and p.address is not null
    ) as found
    order by found."participantId", lower(found.address), found."isInside" desc
  `.execute(database)
  return rows.map(({ language, ...row }) => ({
    ...row,
    language: interfaceLanguageFor(language),
  }))
}
