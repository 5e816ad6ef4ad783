import { LockSettings } from '#features/lock/lock-settings.tsx';
import { SettingsScreen } from '#features/settings/settings-screen.tsx';

export const SettingsPage = () => <SettingsScreen lock={<LockSettings />} />;
