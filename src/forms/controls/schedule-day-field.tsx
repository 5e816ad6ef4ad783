import type { Schedule } from '#domain/schedule/schedule.ts';
import { TextField } from '#ui/text-field.tsx';

interface DayFieldProps {
  readonly schedule: Schedule;
  readonly field: 'startDate' | 'until';
  readonly id: string;
  readonly label: string;
  readonly error: string | undefined;
  readonly onChange: (schedule: Schedule) => void;
}

export function DayField({ schedule, field, onChange, ...words }: DayFieldProps) {
  const set = (day: string) => {
    const { [field]: _before, ...others } = schedule;
    onChange(day === '' ? others : { ...others, [field]: day });
  };
  return <TextField type="date" {...words} value={schedule[field] ?? ''} onText={set} />;
}
