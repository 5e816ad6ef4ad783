import { ageIn, calendarDays, dateOf, isOtherYear, ownDates } from './formats.ts';
import { welshAge, welshDate, welshDay, welshList } from './welsh-dates.ts';

ownDates.set('cy', (now) => ({
  day: (moment) => welshDay(dateOf(moment), isOtherYear(dateOf(moment), now())),
  date: (moment) => welshDate(dateOf(moment)),
  age: (then) => welshAge(...ageIn(calendarDays(now(), dateOf(then)))),
  list: welshList,
}));
