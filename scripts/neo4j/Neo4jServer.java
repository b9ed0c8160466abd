import static org.neo4j.configuration.GraphDatabaseSettings.auth_enabled;
import static org.neo4j.configuration.GraphDatabaseSettings.pagecache_memory;

import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;

/**
 * A Neo4j Community server on 127.0.0.1: `java -cp 'lib/*' Neo4jServer.java HOME PORT`, the password in
 * NEO4J_PASSWORD. Prints READY, and stops on a signal or when its standard input closes, so that it
 * never outlives the program that started it.
 */
public class Neo4jServer {
  public static void main(String[] args) throws Exception {
    try {
      start(Path.of(args[0]).toAbsolutePath(), Integer.parseInt(args[1]));
    } catch (Exception error) {
      error.printStackTrace();
      System.exit(1); // threads of the server would keep the program alive
    }
    System.out.println("READY");
    while (System.in.read() >= 0) {}
    System.exit(0);
  }

  private static void start(Path home, int port) {
    var address = new SocketAddress("127.0.0.1", port);
    DatabaseManagementService server =
        new DatabaseManagementServiceBuilder(home)
            .setConfig(auth_enabled, true)
            .setConfig(pagecache_memory, ByteUnit.mebiBytes(256))
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, address)
            .setConfig(BoltConnector.advertised_address, address)
            .build();
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
    // REPLACE: ALTER refuses the password that a home from an earlier start already has.
    server
        .database("system")
        .executeTransactionally(
            "CREATE OR REPLACE USER neo4j SET PLAINTEXT PASSWORD $password CHANGE NOT REQUIRED",
            Map.of("password", System.getenv("NEO4J_PASSWORD")));
  }
}
