import { describe, expect, it } from 'vitest'
import { answerMail } from '../../../../../test/support/answer-mail.ts'
import { readAnswer } from './read-answer.ts'

const read = (body: string) => readAnswer(answerMail(body))

const words = 'Nous avons douze agents.\nLe budget est de 300 000 €.'
const korean = '안녕하세요.\n저희 과에는 직원이 12명 있습니다.'

describe('what programs quote goes', () => {
  it.each<[string, string, string]>([
    [
      'Gmail in French, broken in its address',
      words,
      `${words}

Le ven. 7 juil. 2017 à 10:12, Claire Martin <
claire.martin@nantes.example> a écrit :

> Combien d’agents avez-vous ?
> Cordialement`,
    ],
    [
      'Gmail in French, broken before its last word',
      words,
      `${words}

Le ven. 7 juil. 2017 à 10:12, Entente, club des praticiens <no-reply@entente.example> a
écrit :

> Combien d’agents avez-vous ?`,
    ],
    [
      'Gmail in Korean',
      korean,
      `${korean}

2021년 2월 2일 (화) 오전 8:33, Entente <no-reply@entente.example>님이 작성:

> 직원이 몇 명입니까?
>`,
    ],
    [
      'Gmail in English',
      'Twelve people.',
      `Twelve people.

On Fri, Jul 7, 2017 at 10:12 AM Entente <no-reply@entente.example> wrote:

> How many people?`,
    ],
    [
      'iOS in French, its header marked',
      words,
      `${words}

Envoyé de mon iPhone

> Le 7 juil. 2017 à 10:12, Entente <no-reply@entente.example> a écrit :
> 
> ﻿Combien ?`,
    ],
    [
      'iOS in Korean',
      korean,
      `${korean}

나의 iPhone에서 보냄

> 2026. 10. 6. 오후 4:12, Entente <no-reply@entente.example> 작성:
> 
> 몇 명입니까?`,
    ],
    [
      'Outlook in French',
      words,
      `${words}

De : Entente <no-reply@entente.example>
Envoyé : vendredi 7 juillet 2017 10:12
À : Claire Martin <claire.martin@nantes.example>
Cc : accueil
Objet : Entretien des parcs

Bonjour,
Combien d’agents avez-vous ?`,
    ],
    [
      'Outlook in French within an office, without addresses',
      words,
      `${words}

De : MARTIN Claire
Envoyé : vendredi 7 juillet 2017 10:12
À : DURAND Paul
Objet : TR: Entretien des parcs

Combien d’agents ?`,
    ],
    [
      'Outlook on a telephone',
      words,
      `${words}

Télécharger Outlook pour iOS<https://aka.ms/o0ukef>
________________________________
De : Entente <no-reply@entente.example>
Envoyé : Friday, July 7, 2017 10:12:00 AM
À : Claire Martin
Objet : Entretien des parcs

Combien d’agents ?`,
    ],
    [
      'Outlook in Korean',
      korean,
      `${korean}

________________________________
보낸 사람: Entente <no-reply@entente.example>
보낸 날짜: 2017년 7월 7일 금요일 오전 10:12
받는 사람: 김민수
참조: 박지영
제목: 공원 관리

몇 명입니까?`,
    ],
    [
      'old Outlook in Korean',
      korean,
      `${korean}

-----원본 메시지-----
보낸 사람: Entente [mailto:no-reply@entente.example]
제목: 공원 관리

몇 명입니까?`,
    ],
    [
      'Naver',
      korean,
      `${korean}

-----Original Message-----
From: "Entente" <no-reply@entente.example>
To: <kim@naver.example>;
Cc:
Sent: 2017-07-07 (금) 17:12:03 (GMT+09:00)
Subject: 공원 관리

몇 명입니까?`,
    ],
    [
      'Daum',
      korean,
      `${korean}

--------- 원본 메일 ---------
보낸사람 : Entente <no-reply@entente.example>
받는사람 : kim@daum.example
날짜 : 2017년 7월 7일 금요일, 17시 12분 03초 +0900
제목 : 공원 관리

몇 명입니까?`,
    ],
    [
      'Hanmail of old',
      korean,
      `${korean}

---------[ 받은 메일 내용 ]----------
제목 : 공원 관리
날짜 : Fri, 7 Jul 2017 17:12:03 +0900
보낸이 : Entente <no-reply@entente.example>

몇 명입니까?`,
    ],
    [
      'Samsung',
      korean,
      `${korean}

내 Galaxy에서 보냄

-------- 원본 메시지 --------
보낸 사람: Entente <no-reply@entente.example>
날짜: 17/7/7 오후 5:12 (GMT+09:00)
받은 사람: kim@korea.example
제목: 공원 관리

몇 명입니까?`,
    ],
    [
      'Thunderbird in French',
      words,
      `${words}

Le 07/07/2017 à 10:12, Entente a écrit :
> Combien d’agents ?`,
    ],
    [
      'Thunderbird, below the quote',
      words,
      `Le 07/07/2017 à 10:12, Entente a écrit :
> Combien d’agents ?
> Cordialement

${words}`,
    ],
    [
      'Zimbra',
      words,
      `${words}

----- Mail original -----
De: "Entente" <no-reply@entente.example>
À: "Claire Martin" <claire.martin@nantes.example>
Envoyé: Vendredi 7 Juillet 2017 10:12:03
Objet: Entretien des parcs

Combien d’agents ?`,
    ],
    [
      'an old Exchange',
      words,
      `${words}

-------- Message d'origine --------
De : Entente
Date : 07/07/2017 10:12 (GMT+01:00)
À : Claire Martin
Objet : Entretien des parcs

Combien ?`,
    ],
    [
      'our own line',
      words,
      `${words}

Qualcosa scrisse 7.7.2017:
—— Répondez au-dessus de cette ligne ——
Combien d’agents ?`,
    ],
    [
      'a language that we do not know',
      'Tolv personer.',
      `Tolv personer.

Den fre. 7. jul. 2017 kl. 10.12 skrev Entente <no-reply@entente.example>:

> How many?`,
    ],
    [
      'a forward',
      'Voici ce que répond ma collègue.',
      `Voici ce que répond ma collègue.

---------- Forwarded message ---------
From: Paul <paul@nantes.example>
Date: Fri, 7 Jul 2017
Subject: parcs

Douze.`,
    ],
    [
      'Notes',
      words,
      `${words}

"Entente" <no-reply@entente.example> a écrit sur 07/07/2017 10:12:43 :

> Combien ?`,
    ],
  ])('%s', async (_, expected, body) => {
    expect(await read(body)).toMatchObject({ is: 'answer', text: expected, sure: true })
  })
})

describe('answers between quoted lines keep what they answer', () => {
  it('in each place', async () => {
    const { text, sure } = await read(`Bonjour,

Le 07/07/2017 à 10:12, Entente a écrit :
> Bonjour,
> 1. Combien d’agents ?

Douze.

> 2. Quel budget, pour l’ensemble des parcs et jardins de la métropole et
> de ses communes ?
300 000 €.
> Merci
> -- 
> Entente`)
    expect([text, sure]).toEqual([
      `Bonjour,

> 1. Combien d’agents ?
Douze.

> 2. Quel budget, pour l’ensemble des parcs et jardins de la métropole et
> de ses communes ?
300 000 €.`,
      true,
    ])
  })

  it('with a number of a colleague, and the signature below', async () => {
    const { text } = await read(`On Fri, Jul 7, 2017 at 10:12 AM Entente <a@b.example> wrote:
> Whom may we call?
Min-ji Kim, 02-860-1234
> When?
On Mondays.

Best regards,
Claire Martin
+33 1 23 45 67 89`)
    expect(text).toBe(`> Whom may we call?
Min-ji Kim, 02-860-1234

> When?
On Mondays.

Best regards,`)
  })
})

describe('signatures go', () => {
  it.each<[string, string, string]>([
    [
      'below two strokes',
      words,
      `${words}

-- 
Claire Martin
Directrice des espaces verts, Nantes Métropole
Tél. : 02 40 00 00 00`,
    ],
    [
      'below a formula',
      `${words}\n\nBien cordialement,`,
      `${words}

Bien cordialement,

Claire Martin
Directrice des espaces verts
Nantes Métropole
2 cours du Champ-de-Mars, 44923 Nantes Cedex 9
Tél. 02 40 00 00 00 – Port. 06 00 00 00 00
www.nantesmetropole.example

Ce message et ses pièces jointes sont confidentiels et réservés à leurs destinataires. Si vous l'avez reçu par erreur,
merci de le détruire et d'en avertir l'expéditeur.`,
    ],
    [
      'in Korean',
      `${korean}\n\n감사합니다.`,
      `${korean}

감사합니다.

김민수 드림

수원시청 국제교류과 주무관
전화 031-228-0000 / 팩스 031-228-0001
kim@suwon.example

본 메일은 지정된 수신인만을 위한 것이며 기밀 정보를 포함할 수 있습니다. 잘못 수신된 경우 즉시 삭제하여 주시기 바랍니다.`,
    ],
    ['of one line', korean, `${korean}\n\n수원시 국제교류과 김민수 드림`],
    [
      'without a formula',
      words,
      `${words}

Claire Martin
Nantes Métropole
02 40 00 00 00`,
    ],
    ['the name alone', words, `${words}\n\nClaire`],
    [
      'but not what follows it',
      `${words}\n\nCordialement,\n\nPS : le local est à part.`,
      `${words}

Cordialement,
Claire Martin

PS : le local est à part.`,
    ],
    ['on a telephone', words, `${words}\n\nEnvoyé depuis mon téléphone Orange`],
    ['of Windows', words, `${words}\n\nProvenance : Courrier pour Windows 10`],
    ['on paper', words, `${words}\n\nAvant d'imprimer ce message, pensez à l'environnement.`],
  ])('%s', async (_, expected, body) => {
    expect(await read(body)).toMatchObject({ text: expected, sure: true })
  })
})
