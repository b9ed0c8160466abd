import { isAbsolute } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

function errorsOf(env: Record<string, string>): string[] {
  const read = readConfig(env);
  return read.ok ? [] : read.errors;
}

test('without settings it listens on loopback and keeps its data in ./data', () => {
  const read = readConfig({});
  if (!read.ok) throw new Error(read.errors.join());
  expect(read.config).toMatchObject({
    host: '127.0.0.1',
    port: 3111,
    allowedHosts: [],
    logLevel: 'info',
  });
  expect(read.config.dataFolder).toMatch(/[\\/]data$/);
  expect(isAbsolute(read.config.dataFolder)).toBe(true);
  expect(read.config).not.toHaveProperty('neo4j');
});

test('each bad value is one line that names the variable and the value', () => {
  const env = {
    PORT: '99999',
    LOG_LEVEL: 'loud',
    ALLOWED_HOSTS: 'ok.example,http://x',
    HOST: 'a b',
  };
  const errors = errorsOf(env);
  expect(errors).toHaveLength(4);
  expect(errors.every((line) => !line.includes('\n'))).toBe(true);
  expect(errors.join()).toMatch(/PORT is "99999".*/);
  expect(errors.join()).toMatch(/LOG_LEVEL is "loud"/);
  expect(errors.join()).toMatch(/ALLOWED_HOSTS names "http:\/\/x"/);
  expect(errorsOf({ PORT: '80.5' })).toHaveLength(1);
});

test('Neo4j is chosen by its address, which needs a password', () => {
  const read = readConfig({ NEO4J_URI: 'neo4j://db:7687', NEO4J_PASSWORD: 'secret' });
  expect(read).toMatchObject({
    config: { neo4j: { uri: 'neo4j://db:7687', user: 'neo4j', password: 'secret' } },
  });
  expect(errorsOf({ NEO4J_URI: 'db', NEO4J_PASSWORD: 'x' })[0]).toMatch(/NEO4J_URI is "db"/);
  expect(errorsOf({ NEO4J_URI: 'bolt://db' })[0]).toMatch(/NEO4J_PASSWORD is not set/);
});

test('further names of the server are read with or without a port', () => {
  const read = readConfig({ ALLOWED_HOSTS: ' Map.Example.org, [fe80::1]:3111 ,' });
  expect(read).toMatchObject({ config: { allowedHosts: ['map.example.org', '[fe80::1]:3111'] } });
});
