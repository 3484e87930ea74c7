import type { Script } from './script.ts';

/** Conversations in English, mostly with people who have moved here. */
export const english: Script = {
  contact: [
    {
      lines: [
        [
          's',
          'Dear {first}, your {device} is due for its yearly service. Reply to this message to make an appointment. Warmtehuis {branch}',
        ],
        [
          'c',
          'Hi, I got your message about the service. Any morning next week would work.',
          'Hello, could you come after 4 pm? I am at work during the day.',
        ],
        ['a', 'Hello {first}, we can come on {day} between {time} and {time2}. Does that suit you?'],
        ['c', 'That suits me fine.', 'Not that day I am afraid. The day after?'],
        [
          'a',
          'Great. {engineer} will call you half an hour before arriving. Your reference is {order}.',
          'No problem, {day2} at the same time then.',
        ],
        ['c', 'Perfect, thank you.', 'Thanks! Do I need to clear the attic?'],
        ['a', 'You are welcome.', 'A metre of free space in front of the unit is enough. See you then.'],
      ],
    },
    {
      lines: [
        [
          'c',
          'Hello, no hot water since this morning. The display says {code}.',
          'Our {device} shows error {code} and the house is getting cold.',
        ],
        [
          'a',
          'Sorry to hear that, {first}. Have you tried the reset button once?',
          'Hello {first}, could you check the pressure gauge for me?',
        ],
        ['c', 'Yes, it runs for a few minutes and then stops again.', 'It is at 0.5 bar.'],
        ['n', 'Has the all-in contract, so within 24 hours. Spare {part} is in the van.'],
        ['a', '{engineer} can be with you today between {time} and {time2}. Will somebody be at home?'],
        ['c', 'Yes, I work from home today.', 'My partner will be there.'],
        ['a+', 'Our engineer is on his way and should arrive in about 20 minutes.'],
        ['c+', 'All working again, he replaced the {part}. Thank you for the quick help!', 'Fixed. Great service.'],
        ['a', 'Good to hear. The work order {order} is in your mailbox.'],
      ],
    },
    {
      lines: [
        [
          'c',
          'I have a question about invoice {order}. Why was I charged {amount} for the call-out?',
          'Good afternoon, I think invoice {order} was sent twice.',
        ],
        ['a', 'Hello {first}, let me check that with our accounts department.'],
        [
          'a',
          'You are right, this should not have been charged. You will receive a credit note of {amount}.',
          'It was indeed sent twice. Please ignore the second one.',
        ],
        ['c', 'Thanks for sorting that out.', 'Great, thank you.'],
      ],
    },
    {
      lines: [
        [
          'c',
          'Hi! We are thinking about a heat pump. Our house is from 1972, about 140 m2. Could you make a quotation?',
          'Hello, is a hybrid heat pump possible in a flat on the third floor?',
        ],
        [
          'a',
          'Good morning {first}, certainly. Do you have radiators or underfloor heating?',
          'Hello {first}, often it is. Is there a balcony or a flat roof where the outdoor unit can go?',
        ],
        [
          'c',
          'Radiators everywhere except the kitchen.',
          'There is a balcony, but the owners’ association has to agree.',
        ],
        ['a', 'Then we would like to have a look first. {day} at {time}?'],
        ['c', 'Yes please.', 'That works. How long does it take?'],
        ['a', 'About 45 minutes. {engineer} will come by; you will have the quotation within a week.'],
        ['a+', 'Hello {first}, the quotation ({order}) is in your mailbox. Any questions?'],
        ['c+', 'Is the subsidy already included in the {amount}?', 'Received, we will think it over this weekend.'],
        [
          'a',
          'Yes, it is. We take care of the application as well.',
          'Take your time. I am happy to call you if that helps.',
        ],
      ],
    },
    {
      channel: 'whatsapp',
      lines: [
        ['c', 'There is a small leak under the {device}. Should I turn it off?'],
        [
          'a',
          'Hello {first}, yes please, and close the filling tap. Does it come from the pipe or from the unit itself?',
        ],
        ['c', 'From the pipe on the left.', 'Hard to tell, I think from the valve.'],
        ['a', 'A bucket will do for now. {engineer} will come on {day} between {time} and {time2}.'],
        ['c', 'OK, thanks 👍', 'Bucket is in place, thank you.'],
      ],
    },
    {
      lines: [
        ['c', 'We are moving out at the end of the month. How do I cancel the maintenance contract?'],
        ['a', 'Hello {first}, you can cancel it or pass it on to the new residents. What would you prefer?'],
        ['c', 'Pass it on please, they would like to keep it.', 'Cancel please, the house will be rented out.'],
        [
          'a',
          'Fine, we only need their name and e-mail address.',
          'Done. You will receive a confirmation with number {order}.',
        ],
        ['c', 'I will send them tonight.', 'Thank you!'],
      ],
    },
    {
      channel: 'whatsapp',
      lines: [
        [
          'a',
          'Dear {first}, would you like to continue in WhatsApp? Tap https://wa.me/31858882040 and send us a message. Kind regards, Warmtehuis',
        ],
        ['c', 'Hello, much easier this way!', 'Hi, here I am.'],
        [
          'a',
          'Welcome {first}. Could you send us a photo of the type plate of your {device}?',
          'Great. What can we do for you, {first}?',
        ],
        ['c', 'I will do that tonight.', 'Is the {part} still under warranty?'],
        [
          'a',
          'Thank you, no hurry.',
          'Yes, parts have two years of warranty. We will plan a visit under number {order}.',
        ],
      ],
    },
  ],
  resource: [
    {
      lines: [
        ['a', 'Hi {first}, could you take one more call on {day} at {time}, {street}? {device}, error {code}.'],
        ['c', 'Sure, put it in my planning.', 'Tight, but I can make it work.'],
        ['a', 'Thanks, it is in as {order}.'],
        ['c+', 'Done at {street}. Replaced the {part} and tested.', 'Finished. Customer signed.'],
        ['a', 'Great, thank you {first}.'],
      ],
    },
    {
      lines: [
        ['c', 'Stuck in traffic near Mechelen, half an hour late.', 'The tail lift of the van is broken again.'],
        [
          'a',
          'I will tell the customer. Drive safely.',
          'Bring it to the garage after your last call, I will book it in.',
        ],
        ['c', 'Thanks.', 'Will do.'],
      ],
    },
  ],
  nudges: ['Any news on this?', 'I have to leave in an hour, so please let me know.', 'Did you get my message?'],
  stranger: [
    'Hello, do you also service boilers that were installed by another company?',
    'Good afternoon, I am the new tenant at Keizerstraat 12. The heating does not work.',
    'Hi, is this the number for heat pump quotations?',
  ],
};
