import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { installTrustedTypes } from './trusted-types.ts';
import { registerWorker, reportBooted } from './update/register-worker.ts';

installTrustedTypes();

function Placeholder() {
  useEffect(() => void reportBooted(), []);
  return <h1>Patchbook</h1>;
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Placeholder />
    </StrictMode>,
  );
}
void registerWorker();
