<?php
// WordPress fetches a pasted address only from hosts of the outside world and from ports 80, 443 and 8080. On a real site
// the course is such a host; here it lies on this machine. So this one host and this one port are admitted, by the two
// filters that WordPress has for it, and nothing else is changed.
add_filter( 'http_request_host_is_external', fn( $is_external, $host ) => $is_external || '127.0.0.1' === $host, 10, 2 );
add_filter( 'http_allowed_safe_ports', fn( $ports ) => array_merge( $ports, array( (int) getenv( 'WORDPRESS_COURSE_PORT' ) ) ) );
