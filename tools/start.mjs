// `npm start`: the ERP demo with the embedded backend. Opens nothing outside this machine.
import { buildDemo } from './build-demo.mjs';
import { serveFolder } from './serve.mjs';

const port = Number(process.env.PORT ?? 8080);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT must be a number from 0 to 65535, not "${process.env.PORT}".`);
  process.exit(1);
}

const folder = await buildDemo();
try {
  const server = await serveFolder(folder, port);
  const address = `http://localhost:${server.address().port}/`;
  console.log(`The customer's phone is at ${address}phone`);
  console.log(`ready ${address}`);
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      server.closeAllConnections();
      server.close(() => process.exit(0));
    });
} catch (error) {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`Port ${port} is taken. Choose another: PORT=8081 npm start`);
  process.exit(1);
}
