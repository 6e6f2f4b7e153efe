<?php
// Installs WordPress, without a network and without mail, with an author beside the administrator. Run with the folder of
// WordPress, and the name and the password of the author.
list( , $folder, $author, $password ) = $argv;
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = parse_url( getenv( 'WORDPRESS_HOME' ), PHP_URL_HOST );
require "$folder/wp-load.php";
function wp_new_blog_notification() {}
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'School', 'head', 'head@school.example', true, '', wp_generate_password() );
$id = wp_insert_user( array( 'user_login' => $author, 'user_pass' => $password, 'user_email' => 'author@school.example', 'role' => 'author' ) );
if ( is_wp_error( $id ) ) {
	fwrite( STDERR, $id->get_error_message() . "\n" );
	exit( 1 );
}
// The tour that greets whoever writes for the first time has been taken.
update_user_meta( $id, 'wp_persisted_preferences', array( 'core/edit-post' => array( 'welcomeGuide' => false ) ) );
echo 'WordPress ', get_bloginfo( 'version' ), ', ', $GLOBALS['wpdb']->db_server_info(), ', PHP ', PHP_VERSION, "\n";
